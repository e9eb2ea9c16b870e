package org.paivand.registry.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.search.Fitting.Fitted;
import org.paivand.registry.service.ServiceId;

/**
 * Answers stage-0 queries from one directory. First what fits, the most promising before; then what nearly fits. What reaches
 * another country alone, or offers nothing of what is needed, isn't told.
 */
public final class Matching {
    /** So many services that fit are asked for their places; which of more they are doesn't hang on places. */
    static final int MOST_ASKED = 500;

    private static final Comparator<ServiceMatch> ORDER = Comparator.comparing((ServiceMatch match) -> !match.fits())
            .thenComparingLong(Matching::bars)
            .thenComparingInt(Matching::hope)
            .thenComparing(match -> !match.sameRegion())
            .thenComparing(match -> match.reasons().contains(MatchReason.LANGUAGE))
            .thenComparingInt(match -> -match.offered().size())
            .thenComparing(match -> !match.openNow())
            .thenComparing(match -> match.service().id());

    private final Directory directory;
    private final Candidates candidates;

    /** Indexes the directory, which takes a while for a large one: keep it as long as the directory is the same. */
    public Matching(Directory directory) {
        this.directory = directory;
        this.candidates = new Candidates(directory);
    }

    /** Whether it answers from that very directory. */
    public boolean isOf(Directory current) {
        return directory == current;
    }

    /** Knows what is free now; what it doesn't answer for keeps no capacity. */
    @FunctionalInterface
    public interface Vacancies {
        Map<ServiceId, Vacancy> of(Collection<ServiceId> services);
    }

    /**
     * What was found.
     *
     * @param fits how many of all services fit, whether shown or not; if more than could be asked for their places, those
     *     that may be full are among them
     */
    public record Ranked(List<ServiceMatch> matches, int fits) {
        public Ranked {
            matches = List.copyOf(matches);
        }
    }

    /** The first ones, at most as many as the limit. */
    public Ranked rank(ServiceQuery query, Allowances allowances, Vacancies vacancies, Instant now, int limit) {
        Fitting fitting = new Fitting(query, allowances);
        List<Fitted> fitted = new ArrayList<>();
        candidates.of(query.serviceTypes(), query.where().country()).forEach(one -> fitted.add(fitting.fit(one)));
        fitted.sort(Comparator.comparingInt(Fitted::bars)
                .thenComparingInt(one -> one.reasons().size())
                .thenComparing(one -> one.candidate().service().id()));
        int fits = (int) fitted.stream().filter(one -> one.bars() == 0).count();
        List<Fitted> shown = fitted.subList(0, Math.min(fitted.size(), Math.min(fits, MOST_ASKED) + limit));
        Map<ServiceId, Vacancy> known = vacancies.of(
                shown.stream().map(one -> one.candidate().service().id()).toList());
        List<ServiceMatch> matches = shown.stream()
                .map(one ->
                        one.with(known.getOrDefault(one.candidate().service().id(), Vacancy.UNKNOWN), query, now))
                .sorted(ORDER)
                .toList();
        int full = (int) matches.stream().filter(Matching::isFullAlone).count();
        return new Ranked(matches.subList(0, Math.min(limit, matches.size())), fits - full);
    }

    private static boolean isFullAlone(ServiceMatch match) {
        return match.reasons().contains(MatchReason.CAPACITY_NONE) && bars(match) == 1;
    }

    private static long bars(ServiceMatch match) {
        return match.reasons().stream().filter(MatchReason::bars).count();
    }

    /** Places that are surely there come first, then those nobody knows of, then those that one waits for. */
    private static int hope(ServiceMatch match) {
        Set<MatchReason> reasons = match.reasons();
        if (reasons.contains(MatchReason.CAPACITY_NONE)) {
            return 4;
        }
        if (reasons.contains(MatchReason.WAITLIST)) {
            return 3;
        }
        if (reasons.contains(MatchReason.CAPACITY_STALE)) {
            return match.vacancy().band() == CapacityBand.NONE ? 2 : 1;
        }
        return match.vacancy().band() == CapacityBand.UNKNOWN ? 1 : 0;
    }
}
