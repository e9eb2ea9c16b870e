package org.paivand.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.audit.merkle.Hash;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.EntrySearch;
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

    List<Delivery> of(Transaction transaction, CaseId caseId) {
        Hash token = Hash.of(java.util.HexFormat.of().parseHex(tokens.of(caseId).value()));
        return search.search(transaction, released(token)).rows().stream()
                .flatMap(row -> delivery(row.columns()))
                .toList();
    }

    private static EntryQuery released(Hash caseToken) {
        return new EntryQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Outcome.RELEASED),
                Optional.of(caseToken),
                Optional.empty(),
                EntryQuery.MAX_LIMIT);
    }

    private static Stream<Delivery> delivery(SearchColumns columns) {
        return columns.recipient().stream()
                .map(recipient -> new Delivery(
                        columns.occurredAt(),
                        new AgencyId(recipient),
                        columns.categories().entrySet().stream()
                                .filter(Map.Entry::getValue)
                                .map(category -> Category.of(category.getKey()))
                                .collect(Collectors.toUnmodifiableSet()),
                        columns.outcomes().contains(Outcome.BREAK_GLASS)));
    }
}
