package org.paivand.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paivand.disclosure.Sha256;
import org.paivand.problem.ProblemException;

/**
 * Cursors of a list that can be asked for in several ways. One of another question is refused: it would leave rows out, and nobody
 * would notice.
 */
public final class BoundCursor {
    private static final int MARK_LENGTH = 12;
    private static final Pattern SPACE = Pattern.compile(" ");

    /** Of what a DATETIME can hold. */
    private static final Pattern MILLIS = Pattern.compile("0|[1-9][0-9]{0,14}");

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private final String mark;

    private BoundCursor(String mark) {
        this.mark = mark;
    }

    /** @param asked the filters and the order, each with a text that is the same for the same question */
    public static BoundCursor to(Object... asked) {
        byte[] question = Arrays.toString(asked).getBytes(StandardCharsets.UTF_8);
        return new BoundCursor(Sha256.digest(question).hex().substring(0, MARK_LENGTH));
    }

    /**
     * What names the last row of the page before.
     *
     * @throws ProblemException {@code bad-pattern} if the text is no cursor of ours, {@code contradiction} if it is one of another
     *     question
     */
    public Optional<List<String>> after(@Nullable String after) {
        return Optional.ofNullable(after).map(text -> {
            List<String> parts = Codes.text("after", text, BoundCursor::parts);
            if (!parts.get(0).equals(mark)) {
                throw ProblemException.invalid("after", "contradiction");
            }
            return parts.subList(1, parts.size());
        });
    }

    /** The cursor as the wire has it. */
    public String text(String... parts) {
        String plain = mark + " " + String.join(" ", parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** A time as a part. */
    public static String text(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    /** @throws IllegalArgumentException if it is none */
    public static Instant time(String part) {
        if (!MILLIS.matcher(part).matches()) {
            throw new IllegalArgumentException("not a time");
        }
        Instant time = Instant.ofEpochMilli(Long.parseLong(part));
        if (time.isAfter(END)) {
            throw new IllegalArgumentException("not a time");
        }
        return time;
    }

    private static List<String> parts(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        if (!plain.matches("[0-9a-f]{" + MARK_LENGTH + "} .+")) {
            throw new IllegalArgumentException("not a cursor");
        }
        return List.of(SPACE.split(plain, -1));
    }
}
