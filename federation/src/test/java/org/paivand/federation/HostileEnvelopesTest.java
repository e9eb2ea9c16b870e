package org.paivand.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.jose.NodePrivateKey;

/** What a hostile or broken peer can send in the place of an envelope; each has a reason, and none an effect. */
class HostileEnvelopesTest {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Two two;
    private final String sent;

    HostileEnvelopesTest() throws Exception {
        two = new Two();
        sent = two.signed().compact();
    }

    @Test
    void acceptsWhatThePeerSigned() throws Exception {
        SignedEnvelope accepted = accept(sent);

        assertEquals(
                two.offer().subject().orElseThrow().handling(),
                accepted.envelope().subject().orElseThrow().handling());
        assertEquals(sent, accepted.compact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "ES384", "es256", "RS256", ""})
    void refusesEveryOtherAlgorithm(String algorithm) throws Exception {
        refused(Refusal.HEADER_REFUSED, forged(header().replace("ES256", algorithm)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jwk\":{\"kty\":\"EC\"}",
                "\"jku\":\"https://peer.example/keys\"",
                "\"x5u\":\"https://peer.example/cert\"",
                "\"x5c\":[]",
                "\"crit\":[\"exp\"]",
                "\"crit\":[]",
                "\"b64\":false",
                "\"cty\":\"json\"",
                "\"zip\":\"DEF\"",
                "\"alg\":\"ES256\"",
                "\"kid\":\"other\""
            })
    void refusesAHeaderWithAnythingMore(String member) throws Exception {
        refused(Refusal.HEADER_REFUSED, forged(header().replace("{", "{" + member + ",")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "\"ES256\"", "{\"alg\":\"ES256\"}", "{\"alg\":", "{\"alg\":1}", "\u0000"})
    void refusesAHeaderWithAnythingLess(String header) throws Exception {
        refused(Refusal.HEADER_REFUSED, forged(header));
    }

    @Test
    void refusesAReceiptInThePlaceOfAnEnvelope() throws Exception {
        refused(Refusal.HEADER_REFUSED, forged(header().replace("envelope", "receipt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b", "a.b.c.d", "a.b.c", "é.é.é"})
    void refusesWhatHasNotThreeParts(String compact) {
        refused(Refusal.MALFORMED, compact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", " ", "\n", "+", "/", "%", "\u00e9", "A="})
    void refusesLaxBase64InEachPart(String foreign) {
        for (int part = 0; part < 3; part++) {
            refused(Refusal.MALFORMED, Two.with(sent, part, part(part) + foreign));
        }
    }

    @Test
    void refusesBitsThatSayNothing() {
        String signature = part(2);
        // 64 bytes end in a character of which two bits count.
        char last = signature.charAt(signature.length() - 1);
        char other = (char) (last + 1);

        refused(Refusal.MALFORMED, Two.with(sent, 2, signature.substring(0, signature.length() - 1) + other));
    }

    @Test
    void refusesATruncatedOne() {
        for (int length = 0; length < sent.length(); length += 7) {
            String truncated = sent.substring(0, length);
            RefusedException refused = assertThrows(RefusedException.class, () -> accept(truncated));
            Refusal unusedAny = refused.refusal();
        }
    }

    @Test
    void refusesEveryAlteredByteOfWhatIsSigned() throws Exception {
        byte[] content = Base64.getUrlDecoder().decode(part(1));
        for (int i = 0; i < content.length; i++) {
            byte[] altered = content.clone();
            altered[i] ^= 1;
            refused(Refusal.SIGNATURE_INVALID, Two.with(sent, 1, Two.base64(altered)));
        }
    }

    @Test
    void refusesSignaturesThatAreNone() throws Exception {
        byte[] signature = Base64.getUrlDecoder().decode(part(2));
        byte[] swapped = new byte[64];
        System.arraycopy(signature, 0, swapped, 32, 32);
        System.arraycopy(signature, 32, swapped, 0, 32);
        Signature der = Signature.getInstance("SHA256withECDSA");
        der.initSign(two.signing.getPrivate());
        der.update((part(0) + '.' + part(1)).getBytes(StandardCharsets.US_ASCII));

        refused(Refusal.SIGNATURE_INVALID, Two.with(sent, 2, Two.base64(new byte[64])));
        refused(Refusal.SIGNATURE_INVALID, Two.with(sent, 2, Two.base64(new byte[32])));
        refused(Refusal.SIGNATURE_INVALID, Two.with(sent, 2, Two.base64(swapped)));
        refused(Refusal.SIGNATURE_INVALID, Two.with(sent, 2, Two.base64(der.sign())));
    }

    @Test
    void takesTheOtherHalfOfASignatureForTheSameMessage() throws Exception {
        byte[] signature = Base64.getUrlDecoder().decode(part(2));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        byte[] mirrored = signature.clone();
        byte[] other = ORDER.subtract(s).toByteArray();
        Arrays.fill(mirrored, 32, 64, (byte) 0);
        int length = Math.min(32, other.length);
        System.arraycopy(other, other.length - length, mirrored, 64 - length, length);

        SignedEnvelope accepted = accept(Two.with(sent, 2, Two.base64(mirrored)));

        assertEquals(accept(sent).hash(), accepted.hash());
    }

    @Test
    void refusesAKeyThatNobodyHas() throws Exception {
        KeyPair stranger = Two.pair();

        refused(
                Refusal.UNKNOWN_KEY,
                SignedEnvelope.sign(two.offer(), Two.key(stranger)).compact());
        refused(Refusal.SIGNATURE_INVALID, Two.forged(header(), content(), stranger));
    }

    @Test
    void refusesThatOnePeerWritesForAnother() throws Exception {
        refused(
                Refusal.OTHER_ISSUER,
                SignedEnvelope.sign(two.offer(), two.recipientSigner).compact());
    }

    @Test
    void refusesWhatIsForAnother() {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> SignedEnvelope.accept(sent, Two.TJ, two.keys(), Two.NOW));

        assertEquals(Refusal.OTHER_AUDIENCE, refused.refusal());
    }

    @ParameterizedTest
    @CsvSource({"-301, FROM_THE_FUTURE", "259200, EXPIRED", "259201, EXPIRED"})
    void refusesWhatComesTooEarlyOrTooLate(long seconds, Refusal reason) {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> SignedEnvelope.accept(sent, Two.KZ, two.keys(), Two.NOW.plusSeconds(seconds)));

        assertEquals(reason, refused.refusal());
        assertEquals(reason == Refusal.FROM_THE_FUTURE, refused.refusal().retryable());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 259199})
    void acceptsWhatComesInItsTime(long seconds) throws Exception {
        SignedEnvelope accepted = SignedEnvelope.accept(sent, Two.KZ, two.keys(), Two.NOW.plusSeconds(seconds));

        assertEquals(sent, accepted.compact());
    }

    @Test
    void refusesARevokedKeyWhateverTimeItWrites() throws Exception {
        NodePrivateKey revoked = Two.key(Two.pair());
        two.know(Two.TJ, revoked, Optional.of(Two.NOW));
        String compact = SignedEnvelope.sign(two.offer(), revoked).compact();

        refused(Refusal.KEY_NOT_VALID, compact);
        SignedEnvelope before = SignedEnvelope.accept(compact, Two.KZ, two.keys(), Two.NOW.minusSeconds(1));
        assertEquals(compact, before.compact());
    }

    @Test
    void refusesAKeyBeforeAndAfterItsTime() {
        for (Duration off : new Duration[] {Duration.ofDays(-181), Duration.ofDays(180)}) {
            Instant then = Two.NOW.plus(off);
            String compact = Envelopes.at(two, then).compact();
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> SignedEnvelope.accept(compact, Two.KZ, two.keys(), then));
            assertEquals(Refusal.KEY_NOT_VALID, refused.refusal());
        }
    }

    @Test
    void refusesWhatTheSendersLogDoesNotHave() throws Exception {
        two.believe(Two.TJ, new Two().logKey());

        refused(Refusal.LOG_PROOF_INVALID, sent);
    }

    @Test
    void refusesMoreBytesThanAnEnvelopeHas() {
        refused(Refusal.TOO_LARGE, sent + "A".repeat(SignedEnvelope.MAX_BYTES));
    }

    private SignedEnvelope accept(String compact) throws RefusedException {
        return SignedEnvelope.accept(compact, Two.KZ, two.keys(), Two.NOW);
    }

    private void refused(Refusal reason, String compact) {
        RefusedException refused = assertThrows(RefusedException.class, () -> accept(compact));
        assertEquals(reason, refused.refusal());
        assertEquals(reason.code(), refused.getMessage(), "nothing of the message stands in it");
    }

    private String forged(String header) throws Exception {
        return Two.forged(header, content(), two.signing);
    }

    private String header() {
        return Two.decoded(sent, 0);
    }

    private String content() {
        return Two.decoded(sent, 1);
    }

    private String part(int part) {
        return List.of(sent.split("\\.", -1)).get(part);
    }
}
