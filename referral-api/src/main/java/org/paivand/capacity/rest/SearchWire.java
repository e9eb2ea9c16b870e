package org.paivand.capacity.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's bodies about stage-0 queries. */
public final class SearchWire {
    private SearchWire() {}

    /** The contract's NewServiceSearch. */
    public record NewServiceSearch(
            List<String> serviceTypes,
            Optional<String> country,
            Optional<String> region,
            String ageGroup,
            Optional<String> sexForPlacement,
            Optional<List<String>> languages,
            Optional<List<String>> accessNeeds,
            Optional<String> accompanyingChildren,
            Optional<Window> arrivalWindow,
            String purpose) {}

    /** The contract's Window: instants, half-open. */
    public record Window(Instant from, Instant until) {}

    /**
     * The contract's ServiceSearch.
     *
     * @param fits how many fit in all, whether shown or not
     */
    public record SearchView(Instant at, int fits, List<MatchView> items) {}

    /** The contract's ServiceMatch. */
    public record MatchView(
            String serviceId,
            Texts name,
            List<String> types,
            List<String> offered,
            List<String> languages,
            AgencyLine agency,
            boolean sameRegion,
            boolean fits,
            List<Reason> reasons,
            Places capacity,
            OpeningTimes hours,
            Permitted allowance,
            List<Whereabouts> places,
            List<Telephone> phones) {}

    /** The contract's Texts. */
    public record Texts(String tg, String ru, String en) {}

    /** The contract's AgencyLine. */
    public record AgencyLine(String agencyId, Texts name, String kind, String jurisdiction, String sector) {}

    /** The contract's MatchReason. */
    public record Reason(String code, boolean bars, String text) {}

    /** The contract's Vacancy. */
    public record Places(
            String band,
            boolean fresh,
            String waitlist,
            boolean additionalAssessmentRequired,
            Optional<Instant> statedAt,
            Optional<Instant> freshUntil) {}

    /** The contract's OpeningTimes. */
    public record OpeningTimes(boolean openNow, Optional<Instant> nextOpening) {}

    /** The contract's Allowance. */
    public record Permitted(
            boolean allowed,
            List<String> categories,
            Optional<String> agreementId,
            Optional<Integer> agreementVersion) {}

    /** The contract's Whereabouts: of a confidential place the region and who answers at its gate, and nothing else. */
    public record Whereabouts(
            String region,
            boolean confidential,
            Optional<Texts> name,
            Optional<String> locality,
            Optional<Telephone> frontGate) {}

    /** The contract's Telephone. */
    public record Telephone(String number, Optional<Texts> label, List<String> languages, boolean openNow) {}
}
