package org.paivand.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Sealed;
import org.paivand.disclosure.AgencyId;

/** Where decisions are kept; none is overwritten. Bound to one transaction. */
public interface StatusDecisions {
    /** One decision as it is kept. */
    record Kept(UUID id, CaseId caseId, AgencyId by, int version, Instant decidedAt, Sealed sealed) {}

    /** A body's decisions about a case, the newest first. */
    List<Kept> of(CaseId caseId, AgencyId by);

    /** When the newest decision of each body about a case was made. */
    List<Instant> made(CaseId caseId);

    void add(Kept decision);
}
