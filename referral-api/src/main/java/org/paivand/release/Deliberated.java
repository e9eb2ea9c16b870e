package org.paivand.release;

import java.util.UUID;
import org.paivand.casefile.CaseFile;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * A decision with what it was made of.
 *
 * @param whole whether the case's consents are all there; if not, the decision rests on less than the person said, and nothing goes
 * @param policy that decided
 * @param input the exact bytes of this replay the decision years later
 */
public record Deliberated(
        CaseFile file,
        boolean whole,
        UUID caseAlias,
        Ask ask,
        PolicyInForce policy,
        DecisionInput input,
        Decision decision) {

    /** By which the log names it. */
    public DecisionReference reference() {
        return new DecisionReference(UUID.randomUUID(), decision.policyVersion(), policy.sha256(), input.sha256());
    }

    /** For who is told what would be decided, where there is no entry to write. */
    public Deliberated requireWhole() {
        if (!whole) {
            throw ProblemException.of(ProblemCode.CONSENTS_LOST);
        }
        return this;
    }
}
