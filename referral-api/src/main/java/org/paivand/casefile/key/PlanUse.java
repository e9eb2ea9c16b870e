package org.paivand.casefile.key;

import org.paivand.casefile.CaseFile;
import org.paivand.disclosure.AgencyId;

/** The proof that an agency may open a case's service plan: it controls the case. Nobody else gets one, and no release holds it. */
public record PlanUse(CaseFile file, AgencyId controller) {
    public PlanUse {
        if (!file.controller().equals(controller)) {
            throw new IllegalArgumentException("a plan is its controller's alone");
        }
    }
}
