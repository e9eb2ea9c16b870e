package org.paivand.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.proof.LogProof;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;

/** Which entries of a log have no opening any more, by certificates that were verified. */
final class Shredded {
    private final List<Erasure.OfOpenings> certified;

    private Shredded(List<Erasure.OfOpenings> certified) {
        this.certified = List.copyOf(certified);
    }

    static Shredded nothing() {
        return new Shredded(List.of());
    }

    /** A certificate that does not hold is a finding, and counts for nothing. */
    static Shredded by(List<LogProof> proofs, String origin, Optional<WitnessPolicy> trust, Findings findings) {
        List<Erasure.OfOpenings> certified = new ArrayList<>();
        for (LogProof proof : proofs) {
            try {
                certified.add(erasure(opening(proof, trust), origin));
            } catch (MalformedException e) {
                refuse(proof, e.reason(), findings);
            } catch (UntrustedCheckpointException e) {
                refuse(proof, e.reason(), findings);
            } catch (InvalidProofException e) {
                refuse(proof, e.reason(), findings);
            } catch (DisagreementException e) {
                refuse(proof, e.reason(), findings);
            }
        }
        return new Shredded(certified);
    }

    private static void refuse(LogProof proof, String reason, Findings findings) {
        String which = "the certificate at index " + proof.index() + " of "
                + proof.claimed().origin();
        findings.add(Fault.CERTIFICATE_INVALID, which + ": " + reason);
    }

    private static Opening opening(LogProof proof, Optional<WitnessPolicy> trust)
            throws MalformedException, UntrustedCheckpointException, InvalidProofException {
        if (trust.isPresent()) {
            return proof.verify(trust.get()).opening();
        }
        Opening opening = proof.opening();
        proof.inclusion()
                .verify(
                        opening.entry().leafHash(),
                        proof.index(),
                        proof.claimed().treeHead());
        return opening;
    }

    private static Erasure.OfOpenings erasure(Opening opening, String origin) throws DisagreementException {
        DisclosureEvent event = Explainer.event(opening);
        if (!(event instanceof ErasureCertified certificate)
                || !(certificate.erased() instanceof Erasure.OfOpenings openings)) {
            throw new DisagreementException(Fault.CERTIFICATE_INVALID, "it certifies no erasure of openings");
        }
        if (!openings.log().equals(origin)) {
            throw new DisagreementException(Fault.CERTIFICATE_INVALID, "it certifies an erasure in another log");
        }
        return openings;
    }

    boolean covers(long index) {
        return certified.stream().anyMatch(openings -> openings.covers(index));
    }
}
