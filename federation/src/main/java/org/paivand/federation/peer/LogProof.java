package org.paivand.federation.peer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.note.SignedNote;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;

/**
 * That an entry stands in a log.
 *
 * @param checkpoint a signed note
 * @param index of the entry, from 0
 * @param leaf {@link Hash#leaf} of the entry, which itself stays where it is
 * @param path RFC 9162 §2.1.3
 */
public record LogProof(String checkpoint, long index, Hash leaf, List<Hash> path) {
    /** Enough for 2^63 entries. */
    private static final int LONGEST_PATH = 63;

    public LogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("an index counts from 0, and a path has up to 63 hashes");
        }
    }

    /**
     * Follows the proof to a checkpoint of that log.
     *
     * @throws RefusedException {@code log-proof-invalid}
     */
    public VerifiedCheckpoint verify(WitnessPolicy trusted) throws RefusedException {
        try {
            VerifiedCheckpoint verified = trusted.verify(SignedNote.parse(checkpoint.getBytes(StandardCharsets.UTF_8)));
            new InclusionProof(path).verify(leaf, index, verified.treeHead());
            return verified;
        } catch (MalformedException | UntrustedCheckpointException | InvalidProofException unproven) {
            throw new RefusedException(Refusal.LOG_PROOF_INVALID, unproven);
        }
    }
}
