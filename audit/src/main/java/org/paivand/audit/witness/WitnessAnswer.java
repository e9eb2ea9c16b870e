package org.paivand.audit.witness;

import java.util.Optional;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.note.NoteSignature;

/** What a witness answers (C2SP tlog-witness, add-checkpoint): a status, a type and a text, whatever carries them. */
public sealed interface WitnessAnswer {
    /** Of HTTP. */
    int status();

    default String contentType() {
        return "text/plain; charset=utf-8";
    }

    String body();

    /** What was asked about; only where the log's own signature on it is true, so that strangers put nothing into records. */
    Optional<Checkpoint> about();

    /** The head is on disk, and this is the witness's word for it. */
    record Cosigned(Checkpoint checkpoint, NoteSignature signature) implements WitnessAnswer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public String body() {
            return signature.line();
        }

        @Override
        public Optional<Checkpoint> about() {
            return Optional.of(checkpoint);
        }
    }

    /**
     * The witness has cosigned another size, or this size with another root.
     *
     * @param latest size that it has cosigned
     */
    record Conflict(Checkpoint checkpoint, long latest) implements WitnessAnswer {
        @Override
        public int status() {
            return 409;
        }

        @Override
        public String contentType() {
            return "text/x.tlog.size";
        }

        @Override
        public String body() {
            return latest + "\n";
        }

        @Override
        public Optional<Checkpoint> about() {
            return Optional.of(checkpoint);
        }
    }

    /** Nothing was kept. */
    record Refused(Refusal refusal, Optional<Checkpoint> about) implements WitnessAnswer {
        @Override
        public int status() {
            return refusal.status;
        }

        @Override
        public String body() {
            return refusal.text + "\n";
        }
    }

    /** Why. */
    enum Refusal {
        MALFORMED(400, "not an add-checkpoint request"),
        OLD_SIZE_BEYOND(400, "the old size is beyond that of the checkpoint"),
        NOT_SIGNED(403, "not signed by a key that is trusted for this origin"),
        UNKNOWN_LOG(404, "this origin is not witnessed here"),
        NOT_CONSISTENT(422, "the consistency proof does not verify");

        private final int status;
        private final String text;

        Refusal(int status, String text) {
            this.status = status;
            this.text = text;
        }
    }
}
