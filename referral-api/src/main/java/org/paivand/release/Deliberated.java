package org.paivand.release;

import java.util.UUID;
import org.paivand.casefile.CaseFile;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.json.DecisionInput;

/**
 * A decision with what it was made of.
 *
 * @param policy that decided
 * @param input the exact bytes of this replay the decision years later
 */
public record Deliberated(
        CaseFile file, UUID caseAlias, Ask ask, PolicyInForce policy, DecisionInput input, Decision decision) {}
