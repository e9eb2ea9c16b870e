package org.paivand.registry.place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** When somebody is there (HSDS 3 {@code schedule}). */
public sealed interface Hours {

    boolean open(Instant now);

    /** The first instant after {@code now} at which an opening begins; empty if it never closes. */
    Optional<Instant> nextOpening(Instant now);

    <T> T fold(Function<AroundTheClock, T> always, Function<Weekly, T> weekly);

    /** Day and night, each day. */
    record AroundTheClock() implements Hours {

        @Override
        public boolean open(Instant now) {
            return true;
        }

        @Override
        public Optional<Instant> nextOpening(Instant now) {
            return Optional.empty();
        }

        @Override
        public <T> T fold(Function<AroundTheClock, T> always, Function<Weekly, T> weekly) {
            return always.apply(this);
        }
    }

    /**
     * The same each week.
     *
     * @param zone where the clock hangs, from the time zone database
     * @param openings 1 to 28, none of which overlap; kept in the order of the week
     */
    record Weekly(ZoneId zone, List<Opening> openings) implements Hours {

        private static final int MAX_OPENINGS = 28;
        private static final int DAYS_AHEAD = 8;

        public Weekly {
            Zones.require(zone);
            openings = openings.stream()
                    .sorted(Comparator.comparingInt(Opening::begin))
                    .toList();
            if (openings.isEmpty() || openings.size() > MAX_OPENINGS) {
                throw new IllegalArgumentException("weekly hours have 1 to 28 openings");
            }
            requireApart(openings);
        }

        @Override
        public boolean open(Instant now) {
            LocalDate today = now.atZone(zone).toLocalDate();
            return Stream.of(today.minusDays(1), today)
                    .anyMatch(day -> on(day).anyMatch(opening -> {
                        Instant opens = at(day, opening.opens());
                        Instant closes = at(opening.pastMidnight() ? day.plusDays(1) : day, opening.closes());
                        return !now.isBefore(opens) && now.isBefore(closes);
                    }));
        }

        @Override
        public Optional<Instant> nextOpening(Instant now) {
            LocalDate today = now.atZone(zone).toLocalDate();
            return Stream.iterate(today, day -> day.plusDays(1))
                    .limit(DAYS_AHEAD)
                    .flatMap(day -> on(day).map(opening -> at(day, opening.opens())))
                    .filter(opens -> opens.isAfter(now))
                    .findFirst();
        }

        @Override
        public <T> T fold(Function<AroundTheClock, T> always, Function<Weekly, T> weekly) {
            return weekly.apply(this);
        }

        private Stream<Opening> on(LocalDate day) {
            return openings.stream().filter(opening -> opening.day() == day.getDayOfWeek());
        }

        /** A time that the clocks skip is taken as much later, one that they repeat as the first of the two. */
        private Instant at(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(zone).toInstant();
        }

        private static void requireApart(List<Opening> sorted) {
            List<Opening> round = new ArrayList<>(sorted);
            for (int i = 0; i < round.size(); i++) {
                boolean last = i == round.size() - 1;
                int next = last
                        ? round.get(0).begin() + Opening.WEEK
                        : round.get(i + 1).begin();
                if (round.get(i).end() > next) {
                    throw new IllegalArgumentException("two openings of one week overlap");
                }
            }
        }
    }
}
