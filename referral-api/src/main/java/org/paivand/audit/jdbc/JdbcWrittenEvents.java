package org.paivand.audit.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Opening;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.entry.Vault;
import org.paivand.entry.WrittenEvents;

/** Opens the row of one event. */
public final class JdbcWrittenEvents implements WrittenEvents {
    private final Vault vault;

    public JdbcWrittenEvents(Vault vault) {
        this.vault = vault;
    }

    @Override
    public DisclosureEvent read(Transaction transaction, UUID eventId) throws SQLException {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT sealed_opening FROM paivand_log.event WHERE event_id = ?")) {
            select.setString(1, eventId.toString());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no such event");
                }
                byte[] opening = vault.open(SealedIds.opening(eventId.toString()), row.getBytes(1));
                return EventJson.parse(Opening.decode(opening).event());
            }
        } catch (MalformedException | InvalidDocumentException broken) {
            throw new IllegalStateException("an event can't be read", broken);
        }
    }
}
