package org.paivand.reporting;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;

/** Where they are kept. Bound to one transaction. */
public interface StatutoryNotifications {
    void add(StatutoryNotification notification) throws SQLException;

    Optional<StatutoryNotification> find(UUID id) throws SQLException;

    /** What the agency was told, the newest day first. */
    List<StatutoryNotification> to(AgencyId agency, Optional<Cursor> after, int limit) throws SQLException;

    void forget(LocalDate before) throws SQLException;
}
