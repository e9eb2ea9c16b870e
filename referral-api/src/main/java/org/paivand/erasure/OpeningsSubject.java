package org.paivand.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.Erasure.IndexRange;

/** Every opening that the key of a year sealed, as it is proposed to be shredded: a line for the year, and one for each log. */
public record OpeningsSubject(int year, List<Erasure.OfOpenings> openings) {
    private static final String FIRST = "paivand-openings-erasure/v1";

    public OpeningsSubject {
        openings = List.copyOf(openings);
    }

    /**
     * Reads a subject as it is kept.
     *
     * @throws IllegalStateException if it was altered where it is kept
     */
    static OpeningsSubject of(String text) {
        String[] lines = text.split("\n", -1);
        String[] first = lines[0].split(" ", -1);
        try {
            if (first.length != 2 || !first[0].equals(FIRST)) {
                throw new IllegalArgumentException("no such subject");
            }
            List<Erasure.OfOpenings> openings = new ArrayList<>();
            for (String line : List.of(lines).subList(1, lines.length)) {
                openings.add(ofLog(line.split(" ", -1)));
            }
            return new OpeningsSubject(Integer.parseInt(first[1]), openings);
        } catch (IllegalArgumentException altered) {
            throw new IllegalStateException("a proposed erasure is not as it was written", altered);
        }
    }

    private static Erasure.OfOpenings ofLog(String[] words) {
        List<IndexRange> ranges = new ArrayList<>();
        for (String word : List.of(words).subList(1, words.length)) {
            int dash = word.indexOf('-');
            if (dash < 0) {
                throw new IllegalArgumentException("no range");
            }
            ranges.add(new IndexRange(
                    Long.parseLong(word, 0, dash, 10), Long.parseLong(word, dash + 1, word.length(), 10)));
        }
        return new Erasure.OfOpenings(words[0], ranges);
    }

    String text() {
        return FIRST + " " + year + openings.stream().map(OpeningsSubject::line).collect(Collectors.joining());
    }

    private static String line(Erasure.OfOpenings ofLog) {
        return ofLog.ranges().stream()
                .map(range -> range.from() + "-" + range.to())
                .collect(Collectors.joining(" ", "\n" + ofLog.log() + " ", ""));
    }

    /** How many entries of that log. */
    public static long entries(Erasure.OfOpenings ofLog) {
        return ofLog.ranges().stream()
                .mapToLong(range -> range.to() - range.from())
                .sum();
    }
}
