package org.paivand.audit.jdbc;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.database.Transaction;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.EntrySearch;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.ProvenEntry;
import org.paivand.entry.ProvenEntry.Standing;
import org.paivand.entry.Vault;

/** Searches by the columns of {@code paivand_log.event}; opens an entry only when it is asked for. */
public final class JdbcEntrySearch implements EntrySearch {
    private final Vault vault;
    private final Acceptance acceptance;

    public JdbcEntrySearch(Vault vault, Acceptance acceptance) {
        this.vault = vault;
        this.acceptance = acceptance;
    }

    @Override
    public EntryPage search(Transaction transaction, EntryQuery query) {
        Connection connection = transaction.connection();
        try (PreparedStatement select = SearchStatement.prepare(connection, query)) {
            List<FoundEntry> rows = FoundRows.read(connection, select);
            if (rows.size() <= query.limit()) {
                return new EntryPage(rows, Optional.empty());
            }
            List<FoundEntry> page = rows.subList(0, query.limit());
            return new EntryPage(page, Optional.of(page.get(page.size() - 1).cursor()));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public Optional<ProvenEntry> find(Transaction transaction, UUID eventId) throws LogUnavailableException {
        Connection connection = transaction.connection();
        try {
            Optional<FoundEntry> found = row(connection, eventId);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Opening opening = opened(connection, found.get());
            return Optional.of(new ProvenEntry(found.get(), opening, standing(connection, found.get())));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        } catch (MalformedException tampered) {
            throw new LogUnavailableException("a row of the log is damaged", tampered);
        }
    }

    @Override
    public Opening open(Transaction transaction, FoundEntry found) throws LogUnavailableException {
        try {
            return opened(transaction.connection(), found);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        } catch (MalformedException tampered) {
            throw new LogUnavailableException("a row of the log is damaged", tampered);
        }
    }

    private Opening opened(Connection connection, FoundEntry found) throws SQLException, MalformedException {
        Opening opening = opening(connection, found.columns().eventId().toString());
        if (!opening.entry().equals(found.entry())) {
            throw new MalformedException("an opening that does not open its entry");
        }
        return opening;
    }

    private static Optional<FoundEntry> row(Connection connection, UUID eventId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SearchStatement.COLUMNS + " WHERE e.event_id = ?")) {
            select.setString(1, eventId.toString());
            List<FoundEntry> rows = new ArrayList<>(FoundRows.read(connection, select));
            return rows.stream().findFirst();
        }
    }

    private Opening opening(Connection connection, String eventId) throws SQLException, MalformedException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sealed_opening FROM paivand_log.event WHERE event_id = ?")) {
            select.setString(1, eventId);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("events are never deleted");
                }
                return Opening.decode(vault.open(SealedIds.opening(eventId), rows.getBytes(1)));
            }
        }
    }

    /** Under the newest checkpoint of its log, if that covers the entry. */
    private Optional<Standing> standing(Connection connection, FoundEntry found)
            throws SQLException, MalformedException, LogUnavailableException {
        if (found.log().isEmpty()) {
            return Optional.empty();
        }
        String origin = found.log().get();
        Optional<Checkpoints.Published> newest = new Checkpoints(connection, origin, acceptance).newest();
        if (newest.isEmpty() || newest.get().size() <= found.index().getAsLong()) {
            return Optional.empty();
        }
        LogProofs proofs = new LogProofs(new JdbcLogStore(connection, origin));
        return Optional.of(new Standing(
                proofs.inclusion(found.index().getAsLong(), newest.get().size()),
                newest.get().signedNote()));
    }
}
