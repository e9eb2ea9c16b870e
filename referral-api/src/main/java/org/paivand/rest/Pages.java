package org.paivand.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.problem.ProblemException;

/** Keyset pages: a cursor names the last row seen, so that a page is found as fast as the first whatever came between. */
public final class Pages {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private Pages() {}

    /** @throws ProblemException if the limit isn't a number from 1 to 100 */
    public static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "out-of-range");
        }
        return Integer.parseInt(limit);
    }

    /** A cursor that is a number, counted from 0. */
    public static long position(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("0|[1-9][0-9]{0,17}")) {
            throw ProblemException.invalid("after", "bad-pattern");
        }
        return Long.parseLong(after);
    }

    /** @throws ProblemException if the text is no cursor of ours */
    public static Optional<Cursor> after(@Nullable String after) {
        return Optional.ofNullable(after).map(Pages::cursor);
    }

    /**
     * Where the next page begins, if this one may not be the last.
     *
     * @param rows one more than the page shows, if there are more
     */
    public static <T> Optional<String> next(List<T> rows, int limit, Function<T, Cursor> cursor) {
        return rows.size() <= limit ? Optional.empty() : Optional.of(text(cursor.apply(rows.get(limit - 1))));
    }

    /** The cursor as the wire has it. */
    public static String text(Cursor cursor) {
        String plain = cursor.time().toEpochMilli() + " " + cursor.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private static Cursor cursor(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int space = plain.indexOf(' ');
            return new Cursor(
                    Instant.ofEpochMilli(Long.parseLong(plain.substring(0, space))), plain.substring(space + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw ProblemException.invalid("after", "bad-pattern");
        }
    }
}
