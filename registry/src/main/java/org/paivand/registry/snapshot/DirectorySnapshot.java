package org.paivand.registry.snapshot;

import java.time.Instant;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.note.InvalidSignatureException;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.note.VerifierKey;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.snapshot.SnapshotRefusedException.Reason;

/** A directory document that a known node signed and that may be used now; only {@link #verify} makes one. */
public final class DirectorySnapshot {

    private final SnapshotStatement statement;
    private final byte[] document;

    private DirectorySnapshot(SnapshotStatement statement, byte[] document) {
        this.statement = statement;
        this.document = document;
    }

    /** States and signs; the origin is the name of the signer's key. */
    public static SignedNote sign(byte[] document, long serial, Instant issued, Instant expires, NoteSigner signer)
            throws SignerUnavailableException {
        SnapshotStatement statement = new SnapshotStatement(
                signer.verifierKey().name(), serial, issued, expires, Sha256.digest(document), document.length);
        return new SignedNote(statement.text(), List.of(signer.sign(statement.text())));
    }

    /**
     * Believes the key and its name alone. The signature is looked at first: of a note that isn't signed nothing is told.
     *
     * @param key of the node, from somebody who knows it and not from where the snapshot came from
     * @param lastSerial of the newest snapshot that was used so far, 0 if none was; the same one may be used again
     */
    public static DirectorySnapshot verify(byte[] note, byte[] document, VerifierKey key, long lastSerial, Instant now)
            throws SnapshotRefusedException {
        SnapshotStatement statement = statement(note, key);
        if (document.length != statement.size() || !Sha256.digest(document).equals(statement.document())) {
            throw new SnapshotRefusedException(
                    Reason.OTHER_DOCUMENT, "the document isn't the one that the note states: fetch both again");
        }
        if (statement.serial() < lastSerial) {
            throw new SnapshotRefusedException(
                    Reason.ROLLED_BACK,
                    "serial " + statement.serial() + " is older than " + lastSerial
                            + ", which was used already: somebody serves an old directory");
        }
        requireInTime(statement, now);
        return new DirectorySnapshot(statement, document);
    }

    public SnapshotStatement statement() {
        return statement;
    }

    /** The bytes that were signed for; the caller mustn't change them. */
    public byte[] document() {
        return document;
    }

    private static SnapshotStatement statement(byte[] note, VerifierKey key) throws SnapshotRefusedException {
        try {
            SignedNote signed = SignedNote.parse(note);
            key.verify(signed);
            SnapshotStatement statement = SnapshotStatement.parse(signed.text());
            if (!statement.origin().equals(key.name())) {
                throw new SnapshotRefusedException(
                        Reason.WRONG_ORIGIN, "the note speaks for another node than " + key.name());
            }
            return statement;
        } catch (MalformedException e) {
            throw new SnapshotRefusedException(Reason.MALFORMED, "not a directory's note: " + e.reason(), e);
        } catch (InvalidSignatureException e) {
            throw new SnapshotRefusedException(Reason.BAD_SIGNATURE, e.reason(), e);
        }
    }

    private static void requireInTime(SnapshotStatement statement, Instant now) throws SnapshotRefusedException {
        if (now.isBefore(statement.issued())) {
            throw new SnapshotRefusedException(
                    Reason.NOT_YET_VALID,
                    "the directory is issued at " + statement.issued() + ", which is still to come: check the clock");
        }
        if (!now.isBefore(statement.expires())) {
            throw new SnapshotRefusedException(
                    Reason.EXPIRED,
                    "the directory expired at " + statement.expires()
                            + " and isn't used any more: agencies, keys and telephones may have changed. Fetch a new one from "
                            + statement.origin() + "; if there is none, ask who runs that node");
        }
    }
}
