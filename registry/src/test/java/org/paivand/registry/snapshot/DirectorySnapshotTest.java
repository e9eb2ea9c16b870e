package org.paivand.registry.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.note.VerifierKey;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.snapshot.SnapshotRefusedException.Reason;

class DirectorySnapshotTest {

    private static final Instant ISSUED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-11-29T00:00:00Z");
    private static final byte[] DOCUMENT = "{\"format\":\"paivand-directory/v1\"}".getBytes(StandardCharsets.UTF_8);
    private static final PrivateKeySigner NODE = signer("paivand.example/directory");
    private static final VerifierKey KEY = NODE.verifierKey();
    private static final byte[] NOTE = note(7);

    @Test
    void mayBeUsedFromItsIssueUntilJustBeforeItsExpiry() throws SnapshotRefusedException {
        DirectorySnapshot first = verify(NOTE, DOCUMENT, 0, ISSUED);
        DirectorySnapshot last = verify(NOTE, DOCUMENT, 7, EXPIRES.minusNanos(1));

        assertEquals(7, first.statement().serial());
        assertEquals("paivand.example/directory", last.statement().origin());
        assertArrayEquals(DOCUMENT, last.document());
    }

    @Test
    void isRefusedFromTheInstantItExpiresAndSaysSinceWhenAndWhatToDo() {
        SnapshotRefusedException refused = refused(Reason.EXPIRED, NOTE, DOCUMENT, 0, EXPIRES);

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("2026-11-29T00:00:00Z"), message);
        assertTrue(message.contains("Fetch a new one from paivand.example/directory"));
        refused(Reason.EXPIRED, NOTE, DOCUMENT, 0, Instant.MAX);
    }

    @Test
    void isRefusedBeforeItIsIssued() {
        refused(Reason.NOT_YET_VALID, NOTE, DOCUMENT, 0, ISSUED.minusNanos(1));
        refused(Reason.NOT_YET_VALID, NOTE, DOCUMENT, 0, Instant.MIN);
    }

    @Test
    void isRefusedIfALaterOneWasUsedAlready() {
        refused(Reason.ROLLED_BACK, NOTE, DOCUMENT, 8, ISSUED);
        refused(Reason.ROLLED_BACK, NOTE, DOCUMENT, Long.MAX_VALUE, ISSUED);
    }

    @Test
    void isRefusedWithAnotherDocument() {
        byte[] altered = DOCUMENT.clone();
        altered[3] ^= 1;

        refused(Reason.OTHER_DOCUMENT, NOTE, altered, 0, ISSUED);
        refused(Reason.OTHER_DOCUMENT, NOTE, Arrays.copyOf(DOCUMENT, DOCUMENT.length + 1), 0, ISSUED);
        refused(Reason.OTHER_DOCUMENT, NOTE, Arrays.copyOf(DOCUMENT, DOCUMENT.length - 1), 0, ISSUED);
        refused(Reason.OTHER_DOCUMENT, NOTE, new byte[0], 0, ISSUED);
    }

    @Test
    void isRefusedUnderAKeyThatDidNotSignIt() {
        refusedUnder(signer("paivand.example/directory").verifierKey(), Reason.BAD_SIGNATURE);
        refusedUnder(signer("other.example/directory").verifierKey(), Reason.BAD_SIGNATURE);
    }

    @Test
    void isRefusedIfItSpeaksForAnotherNodeThanTheKeys() throws Exception {
        SnapshotStatement foreign = new SnapshotStatement(
                "other.example/directory", 7, ISSUED, EXPIRES, Sha256.digest(DOCUMENT), DOCUMENT.length);
        byte[] note = signed(foreign.text());

        refused(Reason.WRONG_ORIGIN, note, DOCUMENT, 0, ISSUED);
    }

    @Test
    void isRefusedIfTheNoteIsOfAnotherKind() throws Exception {
        refused(Reason.MALFORMED, signed("paivand.example/directory\n3\nAAAA\n"), DOCUMENT, 0, ISSUED);
        refused(Reason.MALFORMED, new byte[0], DOCUMENT, 0, ISSUED);
        refused(Reason.MALFORMED, DOCUMENT, DOCUMENT, 0, ISSUED);
        refused(Reason.MALFORMED, new byte[SignedNote.MAX_BYTES + 1], DOCUMENT, 0, ISSUED);
    }

    @Test
    void tellsNothingOfANoteThatIsNotSignedByTheKey() {
        SnapshotRefusedException refused = assertThrows(
                SnapshotRefusedException.class,
                () -> DirectorySnapshot.verify(
                        NOTE, DOCUMENT, signer("other.example/directory").verifierKey(), 99, Instant.MAX));

        assertEquals(Reason.BAD_SIGNATURE, refused.reason());
    }

    @Property(tries = 500)
    void isRefusedWithAnyBitOfTheSignedTextTurned(@ForAll @IntRange(max = 10_000) int at) {
        byte[] altered = NOTE.clone();
        int text = new String(NOTE, StandardCharsets.UTF_8).indexOf("\n\n");
        altered[at % text] ^= (byte) (1 << at % 8);

        assertThrows(SnapshotRefusedException.class, () -> DirectorySnapshot.verify(altered, DOCUMENT, KEY, 0, ISSUED));
    }

    @Property(tries = 500)
    void isRefusedWhereverItIsCut(@ForAll @IntRange(max = 10_000) int at) {
        byte[] cut = Arrays.copyOf(NOTE, at % NOTE.length);

        assertThrows(SnapshotRefusedException.class, () -> DirectorySnapshot.verify(cut, DOCUMENT, KEY, 0, ISSUED));
    }

    @Property(tries = 1000)
    void answersAnyBytesWithARefusal(@ForAll byte[] note, @ForAll byte[] document) {
        assertThrows(SnapshotRefusedException.class, () -> DirectorySnapshot.verify(note, document, KEY, 0, ISSUED));
    }

    private static DirectorySnapshot verify(byte[] note, byte[] document, long last, Instant now)
            throws SnapshotRefusedException {
        return DirectorySnapshot.verify(note, document, KEY, last, now);
    }

    private static SnapshotRefusedException refused(
            Reason reason, byte[] note, byte[] document, long last, Instant now) {
        SnapshotRefusedException refused =
                assertThrows(SnapshotRefusedException.class, () -> verify(note, document, last, now));
        assertEquals(reason, refused.reason());
        return refused;
    }

    private static void refusedUnder(VerifierKey key, Reason reason) {
        SnapshotRefusedException refused = assertThrows(
                SnapshotRefusedException.class, () -> DirectorySnapshot.verify(NOTE, DOCUMENT, key, 0, ISSUED));
        assertEquals(reason, refused.reason());
    }

    private static byte[] note(long serial) {
        try {
            return DirectorySnapshot.sign(DOCUMENT, serial, ISSUED, EXPIRES, NODE)
                    .encode();
        } catch (SignerUnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(String text) throws SignerUnavailableException {
        return new SignedNote(text, List.of(NODE.sign(text))).encode();
    }

    private static PrivateKeySigner signer(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new PrivateKeySigner(name, pair.getPublic(), pair.getPrivate());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has Ed25519", missing);
        }
    }
}
