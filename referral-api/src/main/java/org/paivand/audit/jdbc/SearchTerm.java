package org.paivand.audit.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;

/** One thing that an entry is found by: in tiles by its text, in the entry's own row by a condition. */
record SearchTerm(Name name, String code) {
    /** Those of {@link EntryFilter} but the category, which is another term where it was released. */
    enum Name {
        TYPE("e.type = ?"),
        AGENCY("e.agency = ?"),
        RECIPIENT("e.recipient = ?"),
        USER("e.user = ?"),
        PURPOSE("e.purpose = ?"),
        BASIS("FIND_IN_SET(?, e.basis)"),
        OUTCOME("FIND_IN_SET(?, e.outcome)"),
        RELEASED("FIND_IN_SET(?, e.released)"),
        WITHHELD("FIND_IN_SET(?, e.withheld)"),
        CASE("e.case_token = UNHEX(?)");

        private final String condition;

        Name(String condition) {
            this.condition = condition;
        }
    }

    /** With one parameter, the code. */
    String condition() {
        return name.condition;
    }

    String text() {
        return name.name().toLowerCase(Locale.ROOT) + "=" + code;
    }

    static Set<SearchTerm> of(FoundEntry found) {
        SearchColumns columns = found.columns();
        Set<SearchTerm> terms = new HashSet<>();
        terms.add(new SearchTerm(Name.TYPE, found.entry().type().code()));
        terms.add(new SearchTerm(Name.AGENCY, columns.agency()));
        terms.add(new SearchTerm(Name.USER, columns.user()));
        columns.recipient().ifPresent(code -> terms.add(new SearchTerm(Name.RECIPIENT, code)));
        columns.purpose().ifPresent(code -> terms.add(new SearchTerm(Name.PURPOSE, code)));
        columns.bases().forEach(code -> terms.add(new SearchTerm(Name.BASIS, code)));
        columns.outcomes().forEach(outcome -> terms.add(new SearchTerm(Name.OUTCOME, outcome.code())));
        columns.categories().forEach((code, released) -> terms.add(category(code, released)));
        columns.caseToken().ifPresent(token -> terms.add(new SearchTerm(Name.CASE, token.hex())));
        return terms;
    }

    /** What the query asks for: of each set at least one. */
    static List<Set<SearchTerm>> of(EntryQuery query) {
        List<Set<SearchTerm>> asked = new ArrayList<>();
        Optional<Outcome> outcome =
                Optional.ofNullable(query.filters().get(EntryFilter.OUTCOME)).map(Outcome::of);
        query.filters()
                .forEach((filter, code) -> asked.add(
                        filter == EntryFilter.CATEGORY
                                ? category(code, outcome)
                                : Set.of(new SearchTerm(Name.valueOf(filter.name()), code))));
        return asked;
    }

    private static Set<SearchTerm> category(String code, Optional<Outcome> outcome) {
        return outcome.map(wanted -> Set.of(category(code, wanted.isRelease())))
                .orElse(Set.of(category(code, true), category(code, false)));
    }

    private static SearchTerm category(String code, boolean released) {
        return new SearchTerm(released ? Name.RELEASED : Name.WITHHELD, code);
    }
}
