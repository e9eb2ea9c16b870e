package org.paivand.audit.cosigning;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.note.InvalidSignatureException;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.witness.AddCheckpoint;
import org.paivand.audit.witness.WitnessReply;

/** One witness, and what this process knows of it. */
final class WitnessLink {
    private static final System.Logger LOG = System.getLogger(WitnessLink.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_PAUSE_SHIFT = 5;

    private final WitnessAddress witness;
    private final WitnessCaller caller;
    private volatile long known;
    private long kept;
    private int failures;
    private long notBefore = System.nanoTime();
    private String trouble = "";

    /** Makes the proof from one size of the log to a larger one. */
    @FunctionalInterface
    interface Growth {
        ConsistencyProof between(long older, long newer) throws LogUnavailableException;
    }

    /** @param kept the size of its largest cosignature that was kept */
    WitnessLink(WitnessAddress witness, WitnessCaller caller, long kept) {
        this.witness = witness;
        this.caller = caller;
        this.known = kept;
        this.kept = kept;
    }

    VerifierKey key() {
        return witness.key();
    }

    synchronized void kept(long size) {
        kept = size;
    }

    /** Whether no cosignature of this size was kept, and the witness isn't being left alone after a failure. */
    synchronized boolean isDue(long size) {
        return kept < size && System.nanoTime() - notBefore >= 0;
    }

    /** Empty if the witness gave none; why is in the operator's log, once for each trouble. */
    List<NoteSignature> cosign(SignedNote note, long size, Growth growth) throws InterruptedException {
        try {
            List<NoteSignature> cosignatures = ask(note, size, growth);
            succeeded();
            return cosignatures;
        } catch (IOException unreachable) {
            // Not its message, which may quote an answer.
            failed(unreachable.getClass().getSimpleName());
        } catch (MalformedException refused) {
            failed(refused.reason());
        } catch (InvalidSignatureException forged) {
            failed(forged.reason());
        } catch (LogUnavailableException unreadable) {
            failed("our own log can't be read");
        }
        return List.of();
    }

    private List<NoteSignature> ask(SignedNote note, long size, Growth growth)
            throws IOException, InterruptedException, LogUnavailableException, MalformedException,
                    InvalidSignatureException {
        for (int attempt = 0; attempt < 2; attempt++) {
            long older = Math.min(known, size);
            byte[] request = new AddCheckpoint(older, growth.between(older, size), note).encode();
            WitnessCaller.Answer answer = caller.post(witness.addCheckpoint(), request);
            if (answer.status() == 200) {
                List<NoteSignature> given = WitnessReply.cosignatures(note, answer.body(), witness.key());
                known = size;
                return given;
            }
            if (answer.status() != 409) {
                throw new MalformedException("status " + answer.status());
            }
            long latest = WitnessReply.size(answer.body());
            if (latest > size) {
                throw new MalformedException("it has cosigned " + latest + " entries, more than there are");
            }
            if (latest == older) {
                throw new MalformedException("it has cosigned another root at size " + latest);
            }
            known = latest;
        }
        throw new MalformedException("its size moves while it is asked");
    }

    private synchronized void succeeded() {
        failures = 0;
        trouble = "";
    }

    /** After a round that ended before the witness did. */
    synchronized void failed(String reason) {
        notBefore = System.nanoTime()
                + FIRST_PAUSE
                        .multipliedBy(1L << Math.min(failures, LONGEST_PAUSE_SHIFT))
                        .toNanos();
        failures++;
        if (!reason.equals(trouble)) {
            trouble = reason;
            LOG.log(Level.WARNING, "witness {0}: {1}", witness.name(), reason);
        }
    }
}
