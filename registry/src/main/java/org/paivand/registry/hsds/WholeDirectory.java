package org.paivand.registry.hsds;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.hsds.Vocabulary.Term;
import org.paivand.registry.service.Service;

/**
 * All agencies, locations and services as tables, suspended and inactive ones and confidential places too: for registrars. HSDS
 * knows neither nodes nor agreements.
 */
public final class WholeDirectory {
    private WholeDirectory() {}

    public static Tables tables(Directory directory) {
        Tables.Builder tables = new Tables.Builder();
        directory
                .agencies()
                .forEach(agency -> tables.addAll(AgencyRows.of(agency, agency.parent(), Audience.REGISTRAR)));
        directory.locations().forEach(location -> tables.addAll(LocationRows.of(location, Audience.REGISTRAR)));
        directory.services().forEach(service -> tables.addAll(rows(service)));
        vocabularies(tables);
        return tables.tables();
    }

    private static Tables rows(Service service) {
        Set<String> locations = service.locations().stream()
                .sorted()
                .map(LocationRows::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return ServiceRows.of(service, locations, Audience.REGISTRAR);
    }

    /** The taxonomies whose terms are used, with these terms and what they belong under. */
    private static void vocabularies(Tables.Builder tables) {
        Set<String> used = tables.tables().rows(Table.ATTRIBUTE).stream()
                .map(row -> row.text("taxonomy_term_id"))
                .collect(Collectors.toSet());
        for (Vocabulary vocabulary : Vocabulary.values()) {
            List<Term> terms = vocabulary.terms().stream()
                    .filter(term -> used.contains(term.id()) || isAbove(term, used))
                    .toList();
            if (!terms.isEmpty()) {
                tables.add(Table.TAXONOMY, vocabulary.row());
                terms.forEach(term -> tables.add(Table.TAXONOMY_TERM, term.row()));
            }
        }
    }

    private static boolean isAbove(Term term, Set<String> used) {
        return term.vocabulary().terms().stream()
                .anyMatch(below -> below.parent().filter(term.code()::equals).isPresent() && used.contains(below.id()));
    }
}
