package org.paivand.courtorder;

import java.util.List;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.decision.StandaloneBasis.CourtOrder;

/** Where confirmed court orders are kept. Bound to one transaction. */
public interface CourtOrders {
    void add(CaseId caseId, CourtOrder order);

    List<CourtOrder> of(CaseId caseId);
}
