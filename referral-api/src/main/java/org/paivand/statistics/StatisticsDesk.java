package org.paivand.statistics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemException;

/**
 * What the Commission may know of a quarter: numbers of the whole country, in one dimension at a time, none of them small. Only
 * quarters that have ended: of one that goes on, two answers would tell what happened between them.
 */
public final class StatisticsDesk {
    private static final Duration LATE = Duration.ofDays(1);

    private final Database database;
    private final Function<Transaction, StatisticsBook> book;
    private final Map<Measure, List<String>> codes;
    private final InstantSource clock;

    /** @param codes every code that a measure can have, in order; a measure of which nothing but the sum is told has one */
    public StatisticsDesk(
            Database database,
            Function<Transaction, StatisticsBook> book,
            Map<Measure, List<String>> codes,
            InstantSource clock) {
        if (codes.size() != Measure.values().length) {
            throw new IllegalArgumentException("each measure has its codes");
        }
        this.database = database;
        this.book = book;
        this.codes = Map.copyOf(codes);
        this.clock = clock;
    }

    /** One measure in a quarter and in the same quarter a year before. */
    public record Compared(Measure measure, Line now, Line yearBefore) {}

    public record Report(Quarter quarter, List<Compared> measures) {
        public Report {
            measures = List.copyOf(measures);
        }
    }

    /** The last quarter that is told. */
    public Quarter last() {
        return open().before();
    }

    /** Of which nothing is told yet. A quarter ends a day late, so that what was under way at midnight is in it. */
    private Quarter open() {
        return Quarter.of(clock.instant().minus(LATE));
    }

    /** @throws ProblemException {@code invalid-request} for a quarter that hasn't ended */
    public Report read(Quarter quarter) {
        if (!quarter.isBefore(open())) {
            throw ProblemException.invalid("quarter", "in-the-future");
        }
        return database.commit(transaction -> {
            StatisticsBook bound = book.apply(transaction);
            List<Compared> measures = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                measures.add(new Compared(
                        measure, line(bound, measure, quarter), line(bound, measure, quarter.yearBefore())));
            }
            return new Report(quarter, measures);
        });
    }

    private Line line(StatisticsBook bound, Measure measure, Quarter quarter) {
        Map<String, Long> counted = bound.count(measure, quarter);
        Map<String, Long> cells = new LinkedHashMap<>();
        codes.getOrDefault(measure, List.of()).forEach(code -> cells.put(code, counted.getOrDefault(code, 0L)));
        return SmallNumbers.line(cells);
    }
}
