package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.Vault;

/**
 * Who certified that openings of one log are no more; read when the first is asked for, over one connection. A row that says so is
 * nothing by itself: the certificate's entry is opened, and what it tells is what counts.
 */
final class Certificates {
    private final Connection connection;
    private final Vault vault;
    private final String origin;
    private Optional<List<Certificate>> known = Optional.empty();

    /** @param origin of the log whose openings are meant; a certificate may stand in a later one */
    Certificates(Connection connection, Vault vault, String origin) {
        this.connection = connection;
        this.vault = vault;
        this.origin = origin;
    }

    /**
     * A certificate.
     *
     * @param at empty until it has an index
     */
    record Certificate(UUID eventId, Optional<FoundEntry.At> at, Opening opening, Erasure.OfOpenings erased) {}

    /** One that tells of that index; where there are several, one that has an index. */
    Optional<Certificate> of(long index) throws SQLException {
        return all().stream()
                .filter(certificate -> certificate.erased().covers(index))
                .findFirst();
    }

    /** Those that tell of any index in {@code [from, to)}. */
    List<Certificate> within(long from, long to) throws SQLException {
        return all().stream()
                .filter(certificate -> certificate.erased().ranges().stream()
                        .anyMatch(range -> range.from() < to && from < range.to()))
                .toList();
    }

    private List<Certificate> all() throws SQLException {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        return known.get();
    }

    private List<Certificate> read() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT s.certificate, e.entry, e.sealed_opening, g.origin, l.idx, l.place FROM paivand_log.shredded s"
                                + " JOIN paivand_log.event e ON e.event_id = s.certificate"
                                + " LEFT JOIN paivand_log.leaf l ON l.entry = e.entry"
                                + " LEFT JOIN paivand_log.log g ON g.id = l.log ORDER BY l.place IS NULL, l.place");
                ResultSet rows = select.executeQuery()) {
            List<Certificate> certificates = new ArrayList<>();
            while (rows.next()) {
                certificate(rows).ifPresent(certificates::add);
            }
            return certificates;
        }
    }

    /** Empty for one of another log, and for a row that names no certificate. */
    private Optional<Certificate> certificate(ResultSet row) throws SQLException {
        String eventId = row.getString(1);
        try {
            Opening opening = Opening.decode(vault.open(SealedIds.opening(eventId), row.getBytes(3)));
            DisclosureEvent event = EventJson.parse(opening.event());
            if (!opening.entry().equals(Entry.decode(row.getBytes(2)))
                    || !(event instanceof ErasureCertified certified)
                    || !(certified.erased() instanceof Erasure.OfOpenings erased)
                    || !erased.log().equals(origin)) {
                return Optional.empty();
            }
            String log = row.getString(4);
            Optional<FoundEntry.At> at = log == null
                    ? Optional.empty()
                    : Optional.of(new FoundEntry.At(log, row.getLong(5), row.getLong(6)));
            return Optional.of(new Certificate(UUID.fromString(eventId), at, opening, erased));
        } catch (MalformedException | InvalidDocumentException | IllegalStateException damaged) {
            return Optional.empty();
        }
    }
}
