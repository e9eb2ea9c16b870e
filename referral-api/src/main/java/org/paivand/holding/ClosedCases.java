package org.paivand.holding;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.holding.Holdings.Place;

/** Cases in which nothing goes on. Bound to one transaction. */
public interface ClosedCases {
    /**
     * Cases of a controller with no open referral and no disclosure that still waits for a review, whose last change lies that long
     * back.
     */
    List<Due> due(AgencyId controller, Duration keep, Instant now, Optional<Place> after, int limit)
            throws SQLException;

    /**
     * A case that is due for erasure.
     *
     * @param lastChange of the case, its sections or its referrals
     * @param since when it is due
     */
    record Due(CaseId caseId, Instant lastChange, Instant since) {}
}
