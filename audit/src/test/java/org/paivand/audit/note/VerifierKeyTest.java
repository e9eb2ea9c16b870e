package org.paivand.audit.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;

class VerifierKeyTest {
    /** The example in the documentation of the Go package golang.org/x/mod/sumdb/note. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void readsAKeyOfAnotherToolAndBelievesItsNote() throws MalformedException, InvalidSignatureException {
        VerifierKey key = VerifierKey.parse(KEY);

        assertEquals(KEY, key.text());
        assertEquals("PeterNeumann", key.name());
        assertEquals(Instant.EPOCH, key.verify(SignedNote.parse(bytes(NOTE))));
    }

    @Test
    void believesNoOtherText() throws MalformedException {
        VerifierKey key = VerifierKey.parse(KEY);
        SignedNote note = SignedNote.parse(bytes(NOTE.replace("don't", "do")));

        assertThrows(InvalidSignatureException.class, () -> key.verify(note));
    }

    @Test
    void refusesEveryOtherSpelling() {
        List<String> hostile = List.of(
                "",
                "+",
                "++",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                KEY + "\n",
                KEY + "+",
                " " + KEY,
                KEY.replace("c74f20a3", "C74F20A3"),
                KEY.replace("c74f20a3", "c74f20a4"),
                KEY.replace("c74f20a3", "74f20a3"),
                KEY.replace("c74f20a3", ""),
                KEY.replace("PeterNeumann", ""),
                KEY.replace("PeterNeumann", "Peter Neumann"),
                KEY.replace("PeterNeumann", "PeterNeumanm"),
                KEY.replace("ARpc", "Ahpc"),
                KEY.replace("ARpc", "BBpc"),
                KEY.replace("ARpc", "/xpc"),
                KEY.substring(0, KEY.length() - 1),
                KEY.substring(0, KEY.length() - 4),
                KEY + "AAAA");

        for (String text : hostile) {
            assertThrows(MalformedException.class, () -> VerifierKey.parse(text), text);
        }
    }

    @Test
    void refusesBytesThatAreNoPointOfTheCurve() {
        String name = "log.example";
        int refused = 0;
        for (int y = 2; y < 40; y++) {
            byte[] raw = new byte[33];
            raw[0] = 1;
            raw[1] = (byte) y;
            int id = java.nio.ByteBuffer.wrap(org.paivand.audit.merkle.Hash.sha256(bytes(name + "\n"), raw)
                            .bytes())
                    .getInt();
            String text = name + "+" + java.util.HexFormat.of().toHexDigits(id) + "+"
                    + java.util.Base64.getEncoder().encodeToString(raw);
            try {
                VerifierKey.parse(text);
            } catch (MalformedException e) {
                refused++;
            }
        }
        assertTrue(refused > 5, "about half of all numbers are no y of the curve: " + refused);
    }

    @Test
    void isNotMadeOfAnotherKindOfKey() throws Exception {
        KeyPair curve448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        KeyPair good = TestKeys.fresh();

        assertThrows(
                IllegalArgumentException.class, () -> VerifierKey.of("a", SignatureType.ED25519, curve448.getPublic()));
        assertThrows(
                IllegalArgumentException.class, () -> VerifierKey.of("a b", SignatureType.ED25519, good.getPublic()));
    }

    @Test
    void ignoresStrangersEvenUnderItsOwnName() throws Exception {
        PrivateKeySigner mine = TestKeys.signer("log.example");
        PrivateKeySigner stranger = TestKeys.signer("log.example");
        SignedNote both = new SignedNote("text\n", List.of(stranger.sign("text\n"), mine.sign("text\n")));
        SignedNote one = new SignedNote("text\n", List.of(stranger.sign("text\n")));

        mine.verifierKey().verify(both);
        assertThrows(InvalidSignatureException.class, () -> mine.verifierKey().verify(one));
    }

    @Test
    void oneFalseSignatureUnderItsNameAndIdSpoilsTheNote() throws Exception {
        PrivateKeySigner mine = TestKeys.signer("log.example");
        SignedNote note = new SignedNote("text\n", List.of(mine.sign("text\n"), mine.sign("other\n")));

        assertThrows(InvalidSignatureException.class, () -> mine.verifierKey().verify(note));
    }

    @Test
    void believesNoSignatureWithAnyByteAltered() throws Exception {
        PrivateKeySigner mine = TestKeys.signer("log.example");
        NoteSignature good = mine.sign("text\n");
        for (int i = 0; i < 64; i++) {
            byte[] altered = good.signature();
            altered[i] ^= 1;
            assertFalsified(mine.verifierKey(), altered);
        }
        for (int length : new int[] {1, 63, 65, 72, 128}) {
            assertFalsified(mine.verifierKey(), java.util.Arrays.copyOf(good.signature(), length));
        }
    }

    @Test
    void aCosignatureStatesItsTime() throws Exception {
        Cosigner witness = TestKeys.cosigner("witness.example");
        SignedNote note = new SignedNote(
                "text\n", List.of(witness.cosign("text\n", NOON.plusMillis(999)), witness.cosign("text\n", NOON)));

        assertEquals(NOON, witness.verifierKey().verify(note));
    }

    @Test
    void aCosignatureHoldsForNoOtherTimeTextOrKind() throws Exception {
        KeyPair pair = TestKeys.fresh();
        Cosigner witness = new Cosigner("same.example", pair.getPublic(), pair.getPrivate());
        PrivateKeySigner log = new PrivateKeySigner("same.example", pair.getPublic(), pair.getPrivate());
        NoteSignature cosigned = witness.cosign("text\n", NOON);
        SignedNote asLog = new SignedNote(
                "text\n",
                List.of(new NoteSignature("same.example", log.verifierKey().keyId(), cosigned.signature())));
        SignedNote other = new SignedNote("other\n", List.of(cosigned));

        for (int i = 0; i < 72; i++) {
            byte[] altered = cosigned.signature();
            altered[i] ^= 1;
            assertFalsified(witness.verifierKey(), altered);
        }
        assertFalsified(witness.verifierKey(), log.sign("text\n").signature());
        assertThrows(
                InvalidSignatureException.class, () -> witness.verifierKey().verify(other));
        assertThrows(InvalidSignatureException.class, () -> log.verifierKey().verify(asLog));
        assertTrue(log.verifierKey().sameKeyAs(witness.verifierKey()));
        assertFalse(log.verifierKey().equals(witness.verifierKey()));
    }

    @Test
    void nothingIsSignedThatIsNoNote() {
        PrivateKeySigner log = TestKeys.signer("log.example");
        Cosigner witness = TestKeys.cosigner("witness.example");

        for (String text : List.of("", "a", "a\tb\n")) {
            assertThrows(IllegalArgumentException.class, () -> log.sign(text));
            assertThrows(IllegalArgumentException.class, () -> witness.cosign(text, NOON));
        }
        assertThrows(IllegalArgumentException.class, () -> witness.cosign("a\n", Instant.EPOCH.minusSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> witness.cosign("a\n", Instant.MAX));
    }

    private static void assertFalsified(VerifierKey key, byte[] signature) {
        SignedNote note = new SignedNote("text\n", List.of(new NoteSignature(key.name(), key.keyId(), signature)));
        assertThrows(InvalidSignatureException.class, () -> key.verify(note));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
