package org.paivand.statistics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps small numbers back, and what would tell them. A line is all codes of one measure in one quarter, with their sum, which is
 * shown too: so what is shown of a line can be subtracted from its sum.
 *
 * <p>A cell is small below the threshold, nought included. Small cells are kept back while they hide each other: at least two, their
 * sum not small itself, and not so large that each must be near the threshold. Else the whole line is kept back but for its sum.
 * (Keeping back one more cell, the smallest that is shown, is the usual way; who knows the rule can compute cells from that.)
 */
final class SmallNumbers {
    /** For good: two thresholds over the same quarter would tell what lies between. */
    static final long THRESHOLD = 5;

    private SmallNumbers() {}

    static Line line(Map<String, Long> cells) {
        return line(cells, THRESHOLD);
    }

    /** @param cells every code of the measure, those that didn't occur with nought; in this order they are told */
    static Line line(Map<String, Long> cells, long threshold) {
        long sum = cells.values().stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return told(Count.of(0), cells, 0);
        }
        if (sum < threshold) {
            return told(Count.MASKED, cells, Long.MAX_VALUE);
        }
        return told(Count.of(sum), cells, hide(cells, threshold) ? threshold : Long.MAX_VALUE);
    }

    /** Whether small cells hide each other; true too where there are none. */
    private static boolean hide(Map<String, Long> cells, long threshold) {
        long[] small = cells.values().stream()
                .mapToLong(Long::longValue)
                .filter(cell -> cell < threshold)
                .toArray();
        long hidden = 0;
        for (long cell : small) {
            hidden += cell;
        }
        return small.length == 0 || (hidden >= threshold && hidden <= (small.length - 1) * (threshold - 1));
    }

    private static Line told(Count total, Map<String, Long> cells, long shownFrom) {
        Map<String, Count> codes = new LinkedHashMap<>();
        cells.forEach((code, cell) -> codes.put(code, cell < shownFrom ? Count.MASKED : Count.of(cell)));
        return new Line(total, codes);
    }
}
