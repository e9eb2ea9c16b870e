package org.paivand.verifier;

import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.proof.LogProof;

/** One proof file: the opening in it, its entry's proof, the checkpoint. */
final class ProofCheck {
    private ProofCheck() {}

    static Report report(LogProof proof, Held held, Findings findings) throws MalformedException {
        Opening opening = proof.opening();
        Authenticated log = new Authenticated(proof.checkpoint(), held, findings);
        CheckpointCheck.continues(log, held, findings);
        Optional<Report.Proven> proven = Optional.empty();
        try {
            proof.inclusion()
                    .verify(
                            opening.entry().leafHash(),
                            proof.index(),
                            log.checkpoint().treeHead());
            proven = Optional.of(new Report.Proven(proof.index(), opening.type()));
        } catch (InvalidProofException e) {
            findings.add(proof.index(), Fault.PROOF_INVALID, e.reason());
        }
        try {
            new Times(log.witnessed(), findings).see(proof.index(), Explainer.event(opening));
        } catch (DisagreementException e) {
            findings.add(proof.index(), e.fault(), e.reason());
        }
        return log.report(Subject.PROOF, Optional.empty(), proven, Counts.NONE);
    }
}
