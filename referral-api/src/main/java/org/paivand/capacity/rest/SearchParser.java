package org.paivand.capacity.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.capacity.rest.SearchWire.NewServiceSearch;
import org.paivand.capacity.rest.SearchWire.Window;
import org.paivand.casefile.section.ChildrenBand;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.problem.ProblemException;
import org.paivand.registry.language.Language;
import org.paivand.registry.place.Region;
import org.paivand.registry.search.ServiceQuery;
import org.paivand.registry.search.ServiceQuery.Arrival;
import org.paivand.registry.search.ServiceQuery.Where;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;
import org.paivand.rest.Codes;

/** Makes a query of a body, once. */
final class SearchParser {
    private static final int MOST_SERVICES = 10;
    private static final int MOST_LANGUAGES = 10;

    private SearchParser() {}

    /** @throws ProblemException {@code invalid-request} */
    static ServiceQuery query(NewServiceSearch body) {
        return new ServiceQuery(
                Set.copyOf(Codes.all("/serviceTypes", body.serviceTypes(), MOST_SERVICES, ServiceType::of)),
                where(body),
                Codes.of("/ageGroup", body.ageGroup(), AgeGroup::of),
                body.sexForPlacement().map(code -> Codes.of("/sexForPlacement", code, SexForPlacement::of)),
                some("/languages", body.languages(), MOST_LANGUAGES, Language::new),
                some("/accessNeeds", body.accessNeeds(), AccessNeed.values().length, AccessNeed::of),
                body.accompanyingChildren()
                        .map(code ->
                                Codes.of("/accompanyingChildren", code, text -> Coded.of(ChildrenBand.class, text)))
                        .filter(band -> band != ChildrenBand.NONE)
                        .isPresent(),
                body.arrivalWindow().map(SearchParser::arrival),
                Codes.of("/purpose", body.purpose(), Purpose::of));
    }

    private static Where where(NewServiceSearch body) {
        Optional<Region> region = body.region().map(code -> Codes.text("/region", code, Region::new));
        Optional<Jurisdiction> country = body.country().map(code -> Codes.text("/country", code, Jurisdiction::of));
        Jurisdiction within = country.or(() -> region.map(part -> Jurisdiction.of(part.country())))
                .orElseThrow(() -> ProblemException.invalid("/country", "required"));
        if (region.filter(part -> !part.country().equals(within.code())).isPresent()) {
            throw ProblemException.invalid("/region", "contradiction");
        }
        return new Where(within, region);
    }

    private static Arrival arrival(Window window) {
        if (!window.from().isBefore(window.until())) {
            throw ProblemException.invalid("/arrivalWindow/until", "contradiction");
        }
        return new Arrival(window.from(), window.until());
    }

    private static <T> Set<T> some(String pointer, Optional<List<String>> texts, int most, Function<String, T> parser) {
        return texts.filter(list -> !list.isEmpty())
                .map(list -> Set.copyOf(Codes.all(pointer, list, most, parser)))
                .orElse(Set.of());
    }
}
