package org.paivand.capacity.rest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.paivand.capacity.ServiceSearch.Found;
import org.paivand.capacity.rest.SearchWire.AgencyLine;
import org.paivand.capacity.rest.SearchWire.MatchView;
import org.paivand.capacity.rest.SearchWire.OpeningTimes;
import org.paivand.capacity.rest.SearchWire.Permitted;
import org.paivand.capacity.rest.SearchWire.Places;
import org.paivand.capacity.rest.SearchWire.Reason;
import org.paivand.capacity.rest.SearchWire.SearchView;
import org.paivand.capacity.rest.SearchWire.Telephone;
import org.paivand.capacity.rest.SearchWire.Texts;
import org.paivand.capacity.rest.SearchWire.Whereabouts;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.Place;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.search.Allowance;
import org.paivand.registry.search.MatchTexts;
import org.paivand.registry.search.ServiceMatch;
import org.paivand.registry.search.Vacancy;

/** What an officer is told of the services that were found, in the officer's language. */
final class SearchViews {
    private final Locale language;
    private final Found found;

    SearchViews(Locale language, Found found) {
        this.language = language;
        this.found = found;
    }

    SearchView view() {
        return new SearchView(
                found.at(),
                found.ranked().fits(),
                found.ranked().matches().stream().map(this::match).toList());
    }

    private MatchView match(ServiceMatch match) {
        return new MatchView(
                match.service().id().value(),
                texts(match.service().name()),
                codes(match.service().types()),
                codes(match.offered()),
                tags(match.service().languages()),
                agency(match.agency()),
                match.sameRegion(),
                match.fits(),
                match.reasons().stream()
                        .map(reason -> new Reason(reason.code(), reason.bars(), MatchTexts.text(reason, language)))
                        .toList(),
                places(match.vacancy(), found.at()),
                new OpeningTimes(match.openNow(), match.nextOpening()),
                permitted(match.allowance()),
                whereabouts(match, found.directory()),
                match.service().phones().stream().map(this::telephone).toList());
    }

    private static AgencyLine agency(Agency agency) {
        return new AgencyLine(
                agency.id().value(),
                texts(agency.name()),
                agency.kind().code(),
                agency.jurisdiction().code(),
                agency.sector().code());
    }

    private static Places places(Vacancy vacancy, Instant now) {
        return new Places(
                vacancy.band().code(),
                vacancy.isFresh(now),
                vacancy.waitlist().code(),
                vacancy.additionalAssessmentRequired(),
                vacancy.stated().map(Vacancy.Stated::at),
                vacancy.stated().map(Vacancy.Stated::freshUntil));
    }

    private static Permitted permitted(Allowance allowance) {
        return new Permitted(
                allowance.allowed(),
                codes(allowance.categories()),
                allowance.agreement().map(Agreement::id),
                allowance.agreement().map(Agreement::version));
    }

    private List<Whereabouts> whereabouts(ServiceMatch match, Directory directory) {
        return match.service().locations().stream()
                .flatMap(id -> directory.location(id).stream())
                .map(location -> whereabouts(location.place()))
                .toList();
    }

    private Whereabouts whereabouts(Place place) {
        return place.fold(this::open, this::confidential);
    }

    private Whereabouts open(PublicPlace place) {
        return new Whereabouts(
                place.region().code(),
                false,
                Optional.of(texts(place.name())),
                Optional.of(place.locality()),
                Optional.empty());
    }

    private Whereabouts confidential(ConfidentialPlace place) {
        return new Whereabouts(
                place.region().code(),
                true,
                Optional.empty(),
                Optional.empty(),
                place.frontGate().map(this::telephone));
    }

    private Telephone telephone(Phone phone) {
        return new Telephone(
                phone.number(),
                phone.label().map(SearchViews::texts),
                tags(phone.languages()),
                phone.hours().open(found.at()));
    }

    private static Texts texts(Trilingual texts) {
        return new Texts(texts.tg(), texts.ru(), texts.en());
    }

    private static List<String> tags(Collection<Language> languages) {
        return languages.stream().map(Language::tag).sorted().toList();
    }

    private static <E extends Enum<E> & Coded> List<String> codes(Collection<E> values) {
        Stream<E> sorted = values.stream().sorted();
        return sorted.map(Coded::code).toList();
    }
}
