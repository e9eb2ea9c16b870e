package org.paivand.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paivand.problem.ProblemException;

/** Keyset pages of what is ordered by its code: a cursor names the last one seen. */
public final class IdPages {
    private IdPages() {}

    /** @throws ProblemException if the text is no cursor of ours */
    public static Optional<String> after(@Nullable String after) {
        return Optional.ofNullable(after).map(text -> Codes.text("after", text, IdPages::id));
    }

    /**
     * Where the next page begins, if this one is not the last.
     *
     * @param rows one more than the page shows, if there are more
     */
    public static <T> Optional<String> next(List<T> rows, int limit, Function<T, String> id) {
        return rows.size() <= limit
                ? Optional.empty()
                : Optional.of(id.apply(rows.get(limit - 1))).map(IdPages::text);
    }

    private static String text(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.US_ASCII));
    }

    private static String id(String text) {
        String id = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        if (!id.matches("[a-z][a-z0-9-]{1,62}")) {
            throw new IllegalArgumentException("not a cursor");
        }
        return id;
    }
}
