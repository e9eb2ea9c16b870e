package org.paivand.holding;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** The longest overdue first. */
    List<Missed> list(Optional<Place> after, int limit) throws SQLException;
}
