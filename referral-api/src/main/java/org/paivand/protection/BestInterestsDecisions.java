package org.paivand.protection;

import java.util.List;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.decision.StandaloneBasis.BestInterests;

/** Where child protection's decisions are kept. Bound to one transaction. */
public interface BestInterestsDecisions {
    void add(CaseId caseId, BestInterests decision);

    List<BestInterests> of(CaseId caseId);
}
