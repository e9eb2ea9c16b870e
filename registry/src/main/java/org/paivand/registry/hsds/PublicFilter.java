package org.paivand.registry.hsds;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.paivand.disclosure.Coded;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.hsds.Vocabulary.Term;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.service.Service;

/**
 * What somebody looks for. All that is given must hold. Words are looked for in what is shown and nowhere else.
 *
 * @param search words, each of which must be in the name in one of the languages
 * @param term of a taxonomy; one above others finds what has these
 * @param vocabulary of which any term will do
 * @param organization the id under which everybody sees it
 */
public record PublicFilter(
        Optional<String> search, Optional<Term> term, Optional<Vocabulary> vocabulary, Optional<String> organization) {
    public static final PublicFilter NONE =
            new PublicFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    boolean finds(Agency agency) {
        return matches(agency.name())
                && term.filter(one -> !codes(agency, one.vocabulary()).contains(one.code()))
                        .isEmpty()
                && vocabulary.filter(one -> codes(agency, one).isEmpty()).isEmpty()
                && organization
                        .filter(id -> !id.equals(AgencyRows.id(agency.id())))
                        .isEmpty();
    }

    boolean finds(Service service) {
        return matches(service.name())
                && term.filter(one -> !codes(service, one.vocabulary()).contains(one.code()))
                        .isEmpty()
                && vocabulary.filter(one -> codes(service, one).isEmpty()).isEmpty()
                && organization
                        .filter(id -> !id.equals(AgencyRows.id(service.agency())))
                        .isEmpty();
    }

    public boolean matches(String text) {
        return search.filter(words -> !containsAll(text, words)).isEmpty();
    }

    private boolean matches(Trilingual name) {
        return search.isEmpty() || matches(AgencyRows.description(name));
    }

    private static boolean containsAll(String text, String words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(lower::contains);
    }

    private static List<String> codes(Agency agency, Vocabulary vocabulary) {
        return switch (vocabulary) {
            case AGENCY_KIND -> List.of(agency.kind().code());
            case SECTOR -> List.of(agency.sector().code());
            default -> List.of();
        };
    }

    private static List<String> codes(Service service, Vocabulary vocabulary) {
        return switch (vocabulary) {
            case SERVICE_TYPE ->
                service.types().stream()
                        .flatMap(type ->
                                Stream.of(type.code(), type.part().name().toLowerCase(Locale.ROOT)))
                        .toList();
            case AGE_GROUP -> codes(service.eligibility().ageGroups());
            case SEX_FOR_PLACEMENT -> codes(service.eligibility().sexForPlacement());
            case ACCESS_NEED -> codes(service.eligibility().accessNeeds());
            default -> List.of();
        };
    }

    private static List<String> codes(Collection<? extends Coded> values) {
        return values.stream().map(Coded::code).toList();
    }
}
