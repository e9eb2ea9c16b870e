package org.paivand.audit.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.paivand.audit.MalformedException;
import org.paivand.audit.note.InvalidSignatureException;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;

/**
 * Whom to believe: the logs' keys, the witnesses' keys, and how many of those must have cosigned. It comes from the
 * hands of whoever verifies, never with the evidence.
 */
public final class WitnessPolicy {
    private final List<VerifierKey> logs;
    private final List<KnownWitness> witnesses;
    private final Quorum quorum;

    WitnessPolicy(List<VerifierKey> logs, List<KnownWitness> witnesses, Quorum quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
        this.quorum = quorum;
    }

    /** One log, no witness. */
    public static WitnessPolicy trusting(VerifierKey log) {
        if (log.type() != SignatureType.ED25519) {
            throw new IllegalArgumentException("a log signs with Ed25519");
        }
        return new WitnessPolicy(List.of(log), List.of(), Quorum.NONE);
    }

    /** C2SP tlog-policy: lines {@code log}, {@code witness}, {@code group}, and exactly one {@code quorum}. */
    public static WitnessPolicy parse(byte[] text) throws MalformedException {
        return PolicyText.parse(text);
    }

    /** The keys of the logs; each one's name is its origin. */
    public List<VerifierKey> logs() {
        return logs;
    }

    public List<KnownWitness> witnesses() {
        return witnesses;
    }

    /** False where the log's own signature is enough. */
    public boolean needsWitnesses() {
        return !quorum.reachedBy(Set.of());
    }

    public VerifiedCheckpoint verify(SignedNote note) throws UntrustedCheckpointException {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (MalformedException e) {
            throw new UntrustedCheckpointException("the note is no checkpoint: " + e.reason(), e);
        }
        try {
            requireLog(checkpoint.origin(), note);
            Map<String, Instant> cosignedAt = cosignatures(note);
            if (!quorum.reachedBy(cosignedAt.keySet())) {
                throw new UntrustedCheckpointException("too few witnesses of the policy cosigned");
            }
            return new VerifiedCheckpoint(checkpoint, cosignedAt);
        } catch (InvalidSignatureException e) {
            throw new UntrustedCheckpointException(e.reason(), e);
        }
    }

    private void requireLog(String origin, SignedNote note)
            throws UntrustedCheckpointException, InvalidSignatureException {
        boolean signed = false;
        for (VerifierKey log : logs) {
            if (log.name().equals(origin) && isClaimed(log, note)) {
                log.verify(note);
                signed = true;
            }
        }
        if (!signed) {
            throw new UntrustedCheckpointException("no log of the policy signed this checkpoint under its origin");
        }
    }

    private Map<String, Instant> cosignatures(SignedNote note) throws InvalidSignatureException {
        Map<String, Instant> cosignedAt = new TreeMap<>();
        for (KnownWitness witness : witnesses) {
            if (isClaimed(witness.key(), note)) {
                cosignedAt.put(witness.name(), witness.key().verify(note));
            }
        }
        return cosignedAt;
    }

    private static boolean isClaimed(VerifierKey key, SignedNote note) {
        for (NoteSignature signature : note.signatures()) {
            if (key.claims(signature)) {
                return true;
            }
        }
        return false;
    }
}
