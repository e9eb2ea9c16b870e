package org.paivand.registry.search;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.paivand.disclosure.AgeGroup;
import org.paivand.registry.place.Hours;
import org.paivand.registry.search.Candidates.Candidate;
import org.paivand.registry.search.ServiceQuery.Arrival;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;

/** Holds one service after another against one query. */
final class Fitting {
    private final ServiceQuery query;
    private final Allowances allowances;
    private final Map<Hours, Boolean> openAtArrival = new HashMap<>();

    Fitting(ServiceQuery query, Allowances allowances) {
        this.query = query;
        this.allowances = allowances;
    }

    /** All reasons but those of its places. */
    Fitted fit(Candidate candidate) {
        Service service = candidate.service();
        Set<MatchReason> reasons = EnumSet.noneOf(MatchReason.class);
        add(reasons, MatchReason.SUSPENDED, !candidate.agency().isActive());
        add(reasons, MatchReason.TEMPORARILY_CLOSED, service.status() == ServiceStatus.TEMPORARILY_CLOSED);
        add(
                reasons,
                MatchReason.SERVICE_TYPE,
                query.serviceTypes().stream()
                        .anyMatch(type -> !service.types().contains(type)
                                && !candidate.together().contains(type)));
        add(reasons, MatchReason.REGION, !covers(service));
        eligible(service.eligibility(), reasons);
        add(reasons, MatchReason.LANGUAGE, !speaks(service));
        add(reasons, MatchReason.CLOSED_AT_ARRIVAL, !opensAtArrival(service.hours()));
        Allowance allowance = allowances.to(candidate.agency().party());
        allowance.refused().ifPresent(reasons::add);
        return new Fitted(
                candidate,
                reasons,
                (int) reasons.stream().filter(MatchReason::bars).count(),
                allowance);
    }

    private void eligible(Eligibility eligibility, Set<MatchReason> reasons) {
        AgeGroup counted = query.ageGroup() == AgeGroup.ADULT ? AgeGroup.ADULT : AgeGroup.CHILD;
        boolean age = eligibility.ageGroups().contains(counted);
        boolean apart = !eligibility.sexForPlacement().isEmpty();
        add(reasons, MatchReason.AGE_GROUP, !age);
        add(
                reasons,
                MatchReason.SEX,
                apart
                        && query.sexForPlacement()
                                .filter(eligibility.sexForPlacement()::contains)
                                .isEmpty());
        add(reasons, MatchReason.ACCESS_NEED, !eligibility.meets(query.accessNeeds()));
        add(
                reasons,
                MatchReason.ACCOMPANYING_CHILDREN,
                query.accompanyingChildren() && !eligibility.accompanyingChildren());
    }

    private boolean covers(Service service) {
        return query.where()
                .region()
                .map(region -> service.coverage().covers(region))
                .orElseGet(() -> service.coverage().reaches(query.where().country()));
    }

    private boolean speaks(Service service) {
        return query.languages().isEmpty() || !Collections.disjoint(service.languages(), query.languages());
    }

    /** Many services have the same hours. */
    private boolean opensAtArrival(Hours hours) {
        return query.arrival().isEmpty()
                || openAtArrival.computeIfAbsent(
                        hours, one -> opens(one, query.arrival().get()));
    }

    private static boolean opens(Hours hours, Arrival arrival) {
        return hours.open(arrival.from())
                || hours.nextOpening(arrival.from())
                        .filter(opening -> opening.isBefore(arrival.until()))
                        .isPresent();
    }

    private static void add(Set<MatchReason> reasons, MatchReason reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }

    /**
     * A service held against the query, its places not yet known.
     *
     * @param bars how many of the reasons bar
     */
    record Fitted(Candidate candidate, Set<MatchReason> reasons, int bars, Allowance allowance) {
        ServiceMatch with(Vacancy vacancy, ServiceQuery query, Instant now) {
            Set<MatchReason> all = EnumSet.noneOf(MatchReason.class);
            all.addAll(reasons);
            boolean none = vacancy.band() == CapacityBand.NONE;
            boolean fresh = vacancy.isFresh(now);
            add(all, MatchReason.CAPACITY_NONE, vacancy.isFull(now));
            add(all, MatchReason.WAITLIST, none && fresh && vacancy.waitlist() == Waitlist.OPEN);
            add(all, MatchReason.CAPACITY_STALE, vacancy.band() != CapacityBand.UNKNOWN && !fresh);
            add(all, MatchReason.ADDITIONAL_ASSESSMENT, vacancy.additionalAssessmentRequired());
            Service service = candidate.service();
            Set<ServiceType> offered = EnumSet.copyOf(query.serviceTypes());
            offered.retainAll(service.types());
            return new ServiceMatch(
                    service,
                    candidate.agency(),
                    offered,
                    query.where().region().filter(candidate.regions()::contains).isPresent(),
                    all,
                    vacancy,
                    service.hours().open(now),
                    service.hours().nextOpening(now),
                    allowance);
        }
    }
}
