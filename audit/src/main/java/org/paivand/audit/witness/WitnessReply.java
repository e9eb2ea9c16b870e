package org.paivand.audit.witness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.note.InvalidSignatureException;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;

/** What a log reads from a witness's answer (C2SP tlog-witness, add-checkpoint). */
public final class WitnessReply {
    /** Longest body that is worth reading. */
    public static final int MAX_BYTES = 16_384;

    private WitnessReply() {}

    /**
     * The cosignatures by this witness in the body of a 200; lines by other keys are ignored.
     *
     * @throws InvalidSignatureException if there is none, or a false one
     */
    public static List<NoteSignature> cosignatures(SignedNote asked, byte[] body, VerifierKey witness)
            throws MalformedException, InvalidSignatureException {
        if (body.length > MAX_BYTES) {
            throw new MalformedException("answer longer than " + MAX_BYTES + " bytes");
        }
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        note.writeBytes((asked.text() + "\n").getBytes(StandardCharsets.UTF_8));
        note.writeBytes(body);
        SignedNote answered = SignedNote.parse(note.toByteArray());
        if (!answered.text().equals(asked.text())) {
            throw new MalformedException("more than signature lines");
        }
        witness.verify(answered);
        return answered.signatures().stream().filter(witness::claims).toList();
    }

    /** The size in the body of a 409. */
    public static long size(byte[] body) throws MalformedException {
        String text = Strict.utf8(body);
        if (!text.endsWith("\n")) {
            throw new MalformedException("a size ends in a newline");
        }
        return Strict.decimal(text.substring(0, text.length() - 1));
    }
}
