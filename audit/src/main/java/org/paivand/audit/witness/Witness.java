package org.paivand.audit.witness;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.InvalidSignatureException;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.witness.WitnessAnswer.Conflict;
import org.paivand.audit.witness.WitnessAnswer.Cosigned;
import org.paivand.audit.witness.WitnessAnswer.Refusal;
import org.paivand.audit.witness.WitnessAnswer.Refused;

/**
 * Cosigns what continues everything it cosigned before (C2SP tlog-witness). Safe for use by many threads.
 *
 * <p>The head is kept before its cosignature is made: whoever dies between the two has given nothing away, and the log asks again.
 */
public final class Witness {
    private final List<VerifierKey> logs;
    private final WitnessedHeads heads;
    private final Cosigner cosigner;

    /** @param logs whose names are their origins; one origin may have several keys */
    public Witness(List<VerifierKey> logs, WitnessedHeads heads, Cosigner cosigner) {
        this.logs = List.copyOf(logs);
        this.heads = heads;
        this.cosigner = cosigner;
        if (!logs.stream().allMatch(log -> log.type() == SignatureType.ED25519)) {
            throw new IllegalArgumentException("a log signs with Ed25519");
        }
    }

    public VerifierKey verifierKey() {
        return cosigner.verifierKey();
    }

    /**
     * The answer to one request; on an exception there is none, and none must be made up.
     *
     * @param now taken before the call
     */
    public WitnessAnswer addCheckpoint(byte[] body, Instant now) throws IOException, SignerUnavailableException {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.parse(request.note().text());
        } catch (MalformedException malformed) {
            return new Refused(Refusal.MALFORMED, Optional.empty());
        }
        List<VerifierKey> keys = logs.stream()
                .filter(log -> log.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return new Refused(Refusal.UNKNOWN_LOG, Optional.empty());
        }
        if (!isSigned(request.note(), keys)) {
            return new Refused(Refusal.NOT_SIGNED, Optional.empty());
        }
        if (request.oldSize() > checkpoint.treeHead().size()) {
            return new Refused(Refusal.OLD_SIZE_BEYOND, Optional.of(checkpoint));
        }
        return compare(request, checkpoint, now);
    }

    /** One key at least signed, and no signature under a known key is false. */
    private static boolean isSigned(SignedNote note, List<VerifierKey> keys) {
        boolean signed = false;
        for (VerifierKey key : keys) {
            if (note.signatures().stream().anyMatch(key::claims)) {
                try {
                    key.verify(note);
                    signed = true;
                } catch (InvalidSignatureException forged) {
                    return false;
                }
            }
        }
        return signed;
    }

    private WitnessAnswer compare(AddCheckpoint request, Checkpoint checkpoint, Instant now)
            throws IOException, SignerUnavailableException {
        TreeHead head = checkpoint.treeHead();
        while (true) {
            Optional<WitnessedHead> last = heads.last(checkpoint.origin());
            TreeHead known = last.map(WitnessedHead::head).orElse(TreeHead.EMPTY);
            if (request.oldSize() != known.size() || (head.size() == known.size() && !head.equals(known))) {
                return new Conflict(checkpoint, known.size());
            }
            try {
                request.growth().verify(known, head);
            } catch (InvalidProofException inconsistent) {
                return new Refused(Refusal.NOT_CONSISTENT, Optional.of(checkpoint));
            }
            Instant at = notBefore(now, last);
            if (heads.record(checkpoint.origin(), last, new WitnessedHead(head, at))) {
                return new Cosigned(checkpoint, cosigner.cosign(request.note().text(), at));
            }
        }
    }

    private static Instant notBefore(Instant now, Optional<WitnessedHead> last) {
        Instant earliest = last.map(WitnessedHead::at).orElse(Instant.EPOCH);
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        return at.isBefore(earliest) ? earliest : at;
    }
}
