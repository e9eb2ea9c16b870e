package org.paivand.entry;

import java.sql.SQLException;
import java.util.UUID;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.DisclosureEvent;

/** Events as they were written, also those that have no index yet. For what must repeat what an earlier entry says. */
public interface WrittenEvents {
    /**
     * The event of that id.
     *
     * @throws IllegalStateException if there is none, or what is kept of it can't be opened
     */
    DisclosureEvent read(Transaction transaction, UUID eventId) throws SQLException;
}
