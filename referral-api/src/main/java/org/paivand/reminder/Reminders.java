package org.paivand.reminder;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;

/** What controllers are, and were, reminded of. Bound to one transaction. */
public interface Reminders {
    /** A case of which something is due, and who is told. */
    record Due(CaseId caseId, AgencyId controller) {}

    /** When somebody looks again, in the place of what was not told of yet. What was told of isn't told again. */
    void followUp(CaseId caseId, Set<Instant> due) throws SQLException;

    /** Each case of which a follow-up is due and wasn't told of; it counts as told from now on, however many they were. */
    List<Due> followUps(Instant now, int limit) throws SQLException;

    /** Each case that was opened after the one instant, and not after the other, once. */
    List<Due> reflections(Instant after, Instant until, Instant now, int limit) throws SQLException;

    /** Cases that aren't erased, in the order of their ids. */
    List<Due> cases(Optional<CaseId> after, int limit) throws SQLException;

    /** Whether one of these ends wasn't told of; all are from now on. */
    boolean consents(CaseId caseId, Collection<Instant> ends, Instant now) throws SQLException;
}
