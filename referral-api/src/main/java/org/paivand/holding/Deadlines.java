package org.paivand.holding;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.holding.Holdings.Place;

/** What is overdue, as it was noted. Bound to one transaction. */
public interface Deadlines {
    /**
     * Notes each deadline that has passed and isn't noted, and forgets those that are settled meanwhile.
     *
     * @return how many were noted
     */
    int note(Instant now) throws SQLException;

    /** Forgets it at once. */
    void settled(UUID subject) throws SQLException;

    /** The cases of which something is noted. */
    List<CaseId> cases() throws SQLException;

    /** Says of all that is noted of a case whom it is for, by the agency that is late. */
    void escalate(CaseId caseId, Function<AgencyId, Escalation> escalations) throws SQLException;

    /** The longest overdue first. */
    List<Missed> list(Optional<Place> after, int limit) throws SQLException;

    /** Of that, what is for the Commission. */
    List<Missed> ofCommission(Optional<Place> after, int limit) throws SQLException;

    /** Of that, what is for the focal point. */
    List<Missed> ofFocalPoint(AgencyId agency, Optional<Place> after, int limit) throws SQLException;
}
