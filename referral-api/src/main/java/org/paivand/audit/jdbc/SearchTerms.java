package org.paivand.audit.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.audit.log.EntryType;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;

/** What an entry is found by: {@code name=code}, once for each code that it has. */
final class SearchTerms {
    private static final String TYPE = "type=";
    private static final String AGENCY = "agency=";
    private static final String USER = "user=";
    private static final String RECIPIENT = "recipient=";
    private static final String PURPOSE = "purpose=";
    private static final String BASIS = "basis=";
    private static final String OUTCOME = "outcome=";
    private static final String RELEASED = "released=";
    private static final String WITHHELD = "withheld=";

    private SearchTerms() {}

    static Set<String> of(FoundEntry found) {
        SearchColumns columns = found.columns();
        Set<String> terms = new HashSet<>();
        terms.add(TYPE + found.entry().type().code());
        terms.add(AGENCY + columns.agency());
        terms.add(USER + columns.user());
        columns.recipient().ifPresent(code -> terms.add(RECIPIENT + code));
        columns.purpose().ifPresent(code -> terms.add(PURPOSE + code));
        columns.bases().forEach(code -> terms.add(BASIS + code));
        columns.outcomes().forEach(outcome -> terms.add(OUTCOME + outcome.code()));
        columns.categories().forEach((code, released) -> terms.add((released ? RELEASED : WITHHELD) + code));
        return terms;
    }

    /** What the query asks for: of each set at least one. */
    static List<Set<String>> of(EntryQuery query) {
        List<Set<String>> asked = new ArrayList<>();
        add(asked, TYPE, query.type().map(EntryType::code));
        add(asked, AGENCY, query.agency());
        add(asked, USER, query.user());
        add(asked, RECIPIENT, query.recipient());
        add(asked, PURPOSE, query.purpose());
        add(asked, BASIS, query.basis());
        add(asked, OUTCOME, query.outcome().map(Outcome::code));
        query.category().ifPresent(code -> {
            Set<String> either = new LinkedHashSet<>();
            if (query.asksForReleased()) {
                either.add(RELEASED + code);
            }
            if (query.asksForWithheld()) {
                either.add(WITHHELD + code);
            }
            asked.add(either);
        });
        return asked;
    }

    private static void add(List<Set<String>> asked, String name, Optional<String> code) {
        code.ifPresent(present -> asked.add(Set.of(name + present)));
    }
}
