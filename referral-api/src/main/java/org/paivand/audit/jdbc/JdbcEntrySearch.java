package org.paivand.audit.jdbc;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.database.Transaction;
import org.paivand.entry.Content;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryPage;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.EntrySearch;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.ProvenEntry;
import org.paivand.entry.ProvenEntry.Standing;
import org.paivand.entry.Vault;

/** Searches by the columns of {@code paivand_log.event}; opens an entry only when it is asked for. */
public final class JdbcEntrySearch implements EntrySearch {
    private final Vault vault;
    private final String origin;
    private final Acceptance acceptance;

    /** @param origin of the log that is written now */
    public JdbcEntrySearch(Vault vault, String origin, Acceptance acceptance) {
        this.vault = vault;
        this.origin = origin;
        this.acceptance = acceptance;
    }

    @Override
    public EntryPage search(Transaction transaction, EntryQuery query) {
        try {
            Connection connection = transaction.connection();
            List<FoundEntry> rows = new ArrayList<>();
            if (query.after().isEmpty()) {
                rows.addAll(read(SearchStatement.waiting(connection, query)));
            }
            Set<UUID> waited = rows.stream().map(row -> row.columns().eventId()).collect(Collectors.toSet());
            rows(connection, query, query.limit() + 1).stream()
                    .filter(row -> !waited.contains(row.columns().eventId()))
                    .forEach(rows::add);
            return page(rows, query.limit());
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static EntryPage page(List<FoundEntry> rows, int limit) {
        if (rows.size() <= limit) {
            return new EntryPage(rows, Optional.empty());
        }
        List<FoundEntry> page = rows.subList(0, limit);
        return new EntryPage(
                page,
                Optional.of(new EntryCursor(
                        page.get(limit - 1).at().map(FoundEntry.At::place).orElse(Long.MAX_VALUE))));
    }

    private static List<FoundEntry> rows(Connection connection, EntryQuery query, int limit) throws SQLException {
        long before = query.after().map(EntryCursor::place).orElse(Long.MAX_VALUE);
        SearchCandidates candidates = new SearchCandidates(connection, query, before);
        List<FoundEntry> rows =
                new ArrayList<>(read(SearchStatement.among(connection, query, candidates.end(), before, limit)));
        while (rows.size() < limit) {
            List<Long> places = candidates.next(limit - rows.size());
            if (places.isEmpty()) {
                break;
            }
            rows.addAll(read(SearchStatement.at(connection, query, places)));
        }
        return rows;
    }

    private static List<FoundEntry> read(PreparedStatement select) throws SQLException {
        try (select) {
            return FoundRows.read(select);
        }
    }

    @Override
    public List<FoundEntry> from(Transaction transaction, long index, int limit) {
        try {
            return read(SearchStatement.from(transaction.connection(), origin, index, limit));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public Optional<Hash> caseOf(Transaction transaction, UUID eventId) {
        try {
            return FoundRows.ofEvent(transaction.connection(), eventId.toString())
                    .flatMap(found -> found.columns().caseToken());
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public Optional<byte[]> input(Transaction transaction, UUID eventId) {
        try (PreparedStatement select = transaction
                .connection()
                .prepareStatement("SELECT sealed_input FROM paivand_log.event WHERE event_id = ?")) {
            select.setString(1, eventId.toString());
            return bytes(select).map(found -> vault.open(SealedIds.input(eventId.toString()), found));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public Optional<byte[]> policy(Transaction transaction, Hash sha256) {
        try (PreparedStatement select =
                transaction.connection().prepareStatement("SELECT body FROM paivand_log.policy WHERE sha256 = ?")) {
            select.setBytes(1, sha256.bytes());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1).getBytes(StandardCharsets.UTF_8)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static Optional<byte[]> bytes(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
        }
    }

    @Override
    public Optional<ProvenEntry> find(Transaction transaction, UUID eventId) throws LogUnavailableException {
        Connection connection = transaction.connection();
        try {
            Optional<FoundEntry> found = FoundRows.ofEvent(connection, eventId.toString());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Content content = content(connection, found.get());
            return Optional.of(new ProvenEntry(found.get(), content, standing(connection, found.get())));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        } catch (MalformedException tampered) {
            throw new LogUnavailableException("a row of the log is damaged", tampered);
        }
    }

    @Override
    public Content open(Transaction transaction, FoundEntry found) throws LogUnavailableException {
        try {
            return content(transaction.connection(), found);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        } catch (MalformedException tampered) {
            throw new LogUnavailableException("a row of the log is damaged", tampered);
        }
    }

    private Content content(Connection connection, FoundEntry found)
            throws SQLException, MalformedException, LogUnavailableException {
        try {
            return new Content.Opened(opened(connection, found));
        } catch (NoVaultKeyException without) {
            return shredded(connection, found, without)
                    .orElseThrow(
                            () -> new LogUnavailableException("an opening has neither key nor certificate", without));
        }
    }

    private Optional<Content> shredded(Connection connection, FoundEntry found, NoVaultKeyException without)
            throws SQLException {
        if (!without.isShredded() || found.at().isEmpty()) {
            return Optional.empty();
        }
        FoundEntry.At at = found.at().get();
        return new Certificates(connection, vault, at.log())
                .of(at.index())
                .map(certificate -> new Content.Shredded(certificate.eventId(), certificate.at()));
    }

    private Opening opened(Connection connection, FoundEntry found) throws SQLException, MalformedException {
        Opening opening = opening(connection, found.columns().eventId().toString());
        if (!opening.entry().equals(found.entry())) {
            throw new MalformedException("an opening that does not open its entry");
        }
        return opening;
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
        String log = found.log().get();
        Optional<Checkpoints.Published> newest = new Checkpoints(connection, log, acceptance).newest();
        if (newest.isEmpty() || newest.get().size() <= found.index().getAsLong()) {
            return Optional.empty();
        }
        LogProofs proofs = new LogProofs(new JdbcLogStore(connection, log));
        return Optional.of(new Standing(
                proofs.inclusion(found.index().getAsLong(), newest.get().size()),
                newest.get().signedNote()));
    }
}
