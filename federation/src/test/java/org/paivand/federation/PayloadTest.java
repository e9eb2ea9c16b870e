package org.paivand.federation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.Sha256;
import org.paivand.federation.envelope.Content;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.payload.Payload;
import org.paivand.federation.payload.SealedPayload;

/** What is encrypted, and what a hostile peer can send in its place under an envelope that is right. */
class PayloadTest {
    private static final byte[] SALT = new byte[32];

    private final Two two;
    private final SealedPayload sealed;
    private final Envelope envelope;

    PayloadTest() throws Exception {
        two = new Two();
        sealed = two.sealed("{\"language\":\"tg\"}");
        envelope = two.offer(sealed.content());
    }

    @Test
    void opensForWhomItIsFor() throws Exception {
        Payload opened = SealedPayload.open(sealed.jwe(), envelope, two.opener);

        assertEquals("{\"language\":\"tg\"}", new String(opened.plaintext(), StandardCharsets.UTF_8));
        assertEquals(envelope.content().pt(), opened.pt());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4059, 4060, 4061, 8156, 8157, Payload.MAX_BYTES})
    void opensWhateverItsLengthAndTellsLittleOfIt(int length) throws Exception {
        byte[] plaintext = new byte[length];
        new SecureRandom().nextBytes(plaintext);
        SealedPayload some = SealedPayload.seal(
                Payload.of(plaintext, new SecureRandom()), "echo-1", two.opener.publicKey(), Two.TJ, Two.KZ);

        assertArrayEquals(
                plaintext,
                SealedPayload.open(some.jwe(), two.offer(some.content()), two.opener)
                        .plaintext());
        int ciphertext = Base64.getUrlDecoder()
                .decode(List.of(some.jwe().split("\\.", -1)).get(3))
                .length;
        assertEquals(0, ciphertext % 4096);
        assertEquals((length + 36 + 4095) / 4096, ciphertext / 4096);
    }

    @Test
    void isSealedAnewEachTime() {
        SealedPayload again = two.sealed("{\"language\":\"tg\"}");

        assertNotEquals(sealed.content().ct(), again.content().ct());
        assertNotEquals(sealed.content().pt(), again.content().pt(), "the salt is another one");
    }

    @Test
    void tooMuchIsNeverSealed() {
        assertThrows(
                IllegalArgumentException.class, () -> Payload.of(new byte[Payload.MAX_BYTES + 1], new SecureRandom()));
    }

    @Test
    void refusesAnotherPayloadThanTheSignedOne() {
        String other = two.sealed("{\"language\":\"ru\"}").jwe();

        refused(Refusal.OTHER_PAYLOAD, other, envelope);
        refused(Refusal.OTHER_PAYLOAD, sealed.jwe() + " ", envelope);
        refused(Refusal.TOO_LARGE, "A".repeat(SealedPayload.MAX_BYTES + 1), envelope);
    }

    @Test
    void refusesAPlaintextThatIsNotTheSignedOne() {
        Content lie = new Content(
                sealed.content().ct(),
                Sha256.digest(new byte[] {1}),
                sealed.content().schema());

        refused(Refusal.OTHER_PAYLOAD, sealed.jwe(), two.offer(lie));
    }

    @Test
    void refusesEveryAlteredPart() {
        for (int part = 1; part < 5; part++) {
            byte[] bytes = Base64.getUrlDecoder()
                    .decode(List.of(sealed.jwe().split("\\.", -1)).get(part));
            bytes[bytes.length / 2] ^= 1;
            String altered = Two.with(sealed.jwe(), part, Two.base64(bytes));
            refused(Refusal.PAYLOAD_UNREADABLE, altered, signedOver(altered));
        }
    }

    @Test
    void refusesWhatIsForAnotherKeyOrNode() {
        SealedPayload foreign = SealedPayload.seal(
                two.payload("{}"), "echo-1", Two.key(Two.pair()).publicKey(), Two.TJ, Two.KZ);
        SealedPayload fromAnother =
                SealedPayload.seal(two.payload("{}"), "echo-1", two.opener.publicKey(), Two.KZ, Two.KZ);

        refused(Refusal.PAYLOAD_UNREADABLE, foreign.jwe(), two.offer(foreign.content()));
        refused(Refusal.HEADER_REFUSED, fromAnother.jwe(), two.offer(fromAnother.content()));
    }

    @Test
    void refusesOtherAlgorithmsAndCompression() throws Exception {
        byte[] padded = new byte[4096];

        String direct = encrypted(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM, padded, header -> header);
        refused(Refusal.MALFORMED, direct, signedOver(direct));
        refusedHeader(encrypted(JWEAlgorithm.ECDH_ES_A128KW, EncryptionMethod.A256GCM, padded, header -> header));
        refusedHeader(encrypted(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A128GCM, padded, header -> header));
        refusedHeader(encrypted(
                JWEAlgorithm.ECDH_ES_A256KW,
                EncryptionMethod.A256GCM,
                padded,
                header -> header.compressionAlgorithm(CompressionAlgorithm.DEF)));
        refusedHeader(encrypted(
                JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM, padded, header -> header.contentType("JWT")));
    }

    @Test
    void refusesAnEphemeralKeyThatIsNotOnTheCurve() {
        String header = Two.decoded(sealed.jwe(), 0);
        String x = header.replaceAll(".*\"x\":\"([^\"]*)\".*", "$1");
        String off = Two.with(sealed.jwe(), 0, Two.base64(header.replace(x, "A".repeat(43))));

        refused(Refusal.PAYLOAD_UNREADABLE, off, signedOver(off));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"d\":\"AQ\",", "\"use\":\"enc\",", "\"kty\":\"EC\","})
    void refusesAnEphemeralKeyWithAnythingMore(String member) {
        String header = Two.decoded(sealed.jwe(), 0).replace("\"epk\":{", "\"epk\":{" + member);
        String more = Two.with(sealed.jwe(), 0, Two.base64(header));

        refusedHeader(more);
    }

    @Test
    void refusesPaddingThatHidesSomething() throws Exception {
        refusedPadding(new byte[1]);
        refusedPadding(new byte[36]);
        refusedPadding(new byte[4095]);
        refusedPadding(new byte[8192]);
        refusedPadding(padded(-1));
        refusedPadding(padded(4061));
        refusedPadding(padded(Integer.MAX_VALUE));
        byte[] hidden = padded(10);
        hidden[4095] = 1;
        refusedPadding(hidden);
    }

    private static byte[] padded(int length) {
        return ByteBuffer.allocate(4096).put(SALT).putInt(length).array();
    }

    private void refusedPadding(byte[] padded) throws Exception {
        String jwe = encrypted(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM, padded, header -> header);
        refused(Refusal.PADDING_REFUSED, jwe, signedOver(jwe));
    }

    private void refusedHeader(String jwe) {
        refused(Refusal.HEADER_REFUSED, jwe, signedOver(jwe));
    }

    private void refused(Refusal reason, String jwe, Envelope under) {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> SealedPayload.open(jwe, under, two.opener));
        assertEquals(reason, refused.refusal());
    }

    private Envelope signedOver(String jwe) {
        return two.offer(new Content(
                Sha256.digest(jwe.getBytes(StandardCharsets.US_ASCII)),
                sealed.content().pt(),
                sealed.content().schema()));
    }

    private String encrypted(
            JWEAlgorithm algorithm, EncryptionMethod method, byte[] bytes, UnaryOperator<JWEHeader.Builder> more)
            throws Exception {
        JWEHeader header = more.apply(new JWEHeader.Builder(algorithm, method)
                        .type(new JOSEObjectType("paivand-payload+jwe"))
                        .keyID(two.opener.kid())
                        .agreementPartyUInfo(Base64URL.encode(Two.TJ.value()))
                        .agreementPartyVInfo(Base64URL.encode(Two.KZ.value())))
                .build();
        JWEObject message = new JWEObject(header, new com.nimbusds.jose.Payload(bytes));
        message.encrypt(new ECDHEncrypter((ECPublicKey) two.opening.getPublic()));
        return message.serialize();
    }
}
