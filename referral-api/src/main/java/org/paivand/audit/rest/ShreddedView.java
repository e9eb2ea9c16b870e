package org.paivand.audit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.entry.Content;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;

/** The contract's Shredded: what is still known of an entry whose opening is gone. */
public record ShreddedView(
        UUID eventId,
        String type,
        Instant occurredAt,
        String agency,
        String user,
        Optional<String> recipient,
        Optional<String> purpose,
        List<String> outcomes,
        List<String> released,
        List<String> withheld,
        CertificateView certificate) {

    /** Where the entry stands that certifies it. */
    public record CertificateView(UUID eventId, Optional<String> log, Optional<Long> index) {
        private static CertificateView of(Content.Shredded shredded) {
            return new CertificateView(
                    shredded.certificate(),
                    shredded.at().map(FoundEntry.At::log),
                    shredded.at().map(FoundEntry.At::index));
        }
    }

    static ShreddedView of(FoundEntry found, Content.Shredded shredded) {
        SearchColumns columns = found.columns();
        return new ShreddedView(
                columns.eventId(),
                found.entry().type().code(),
                columns.occurredAt(),
                columns.agency(),
                columns.user(),
                columns.recipient(),
                columns.purpose(),
                columns.outcomes().stream().map(Outcome::code).sorted().toList(),
                categories(columns, true),
                categories(columns, false),
                CertificateView.of(shredded));
    }

    private static List<String> categories(SearchColumns columns, boolean released) {
        return columns.categories().entrySet().stream()
                .filter(category -> category.getValue() == released)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
