package org.paivand.person;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.audit.log.EntryType;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.EntrySearch;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;

/** Who received what, as the log's own rows tell it without opening an entry. */
public final class Deliveries {
    private final EntrySearch search;
    private final CaseTokens tokens;

    public Deliveries(EntrySearch search, CaseTokens tokens) {
        this.search = search;
        this.tokens = tokens;
    }

    /** What the node itself released. */
    List<Delivery> of(Transaction transaction, CaseId caseId) {
        return rows(transaction, caseId)
                .filter(row -> row.entry().type() != EntryType.OUT_OF_BAND)
                .flatMap(row -> delivery(row.columns()))
                .toList();
    }

    private Stream<FoundEntry> rows(Transaction transaction, CaseId caseId) {
        EntryQuery released = EntryQuery.newest(EntryQuery.MAX_LIMIT)
                .with(EntryFilter.CASE, tokens.of(caseId).value())
                .with(EntryFilter.OUTCOME, Outcome.RELEASED.code());
        return search.search(transaction, released).rows().stream();
    }

    /** Whether the agency is known to have received something of the case by that event, in the node or outside. */
    public boolean received(Transaction transaction, CaseId caseId, AgencyId agency, UUID event) {
        return rows(transaction, caseId)
                .flatMap(row -> delivery(row.columns()))
                .anyMatch(
                        part -> part.recipient().equals(agency) && part.event().equals(event));
    }

    private static Stream<Delivery> delivery(SearchColumns columns) {
        return columns.recipient().stream()
                .map(recipient -> new Delivery(
                        columns.eventId(),
                        columns.occurredAt(),
                        new AgencyId(recipient),
                        columns.categories().entrySet().stream()
                                .filter(Map.Entry::getValue)
                                .map(category -> Category.of(category.getKey()))
                                .collect(Collectors.toUnmodifiableSet()),
                        columns.outcomes().contains(Outcome.BREAK_GLASS)));
    }
}
