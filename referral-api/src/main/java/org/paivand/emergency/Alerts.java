package org.paivand.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;

/** Where alerts are kept. Bound to one transaction. */
public interface Alerts {
    /**
     * Raises an alert at once, or at a later instant.
     *
     * @param at one of {@link Alert.Kind#REVIEW_OVERDUE} is seen from then on, unless a review came before
     */
    void raise(Alert.Kind kind, UUID emergency, Instant at);

    /** Raises an alert about a case at once. */
    void raise(Alert.Kind kind, CaseId caseId, Instant at);

    /** Asks the database for as much and leaves nothing: how long an answer took must not tell whether there was an alert. */
    void pretend(Alert.Kind kind, CaseId caseId, Instant at);

    /** All of them, newest first. */
    List<Alert> all(Instant now, Optional<Cursor> after, int limit);

    /** Those about cases that the agency controls now, newest first. */
    List<Alert> ofController(AgencyId controller, Instant now, Optional<Cursor> after, int limit);
}
