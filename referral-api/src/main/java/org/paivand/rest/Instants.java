package org.paivand.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.paivand.problem.ProblemException;

/** Instants as the contract writes them: in UTC, with seconds and a Z. Java alone would take offsets and leap seconds too. */
public final class Instants {
    private static final Pattern FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private Instants() {}

    /** @throws ProblemException {@code bad-pattern} at the pointer, if there is no such instant */
    public static Instant of(String pointer, String text) {
        return Codes.text(pointer, text, Instants::parsed);
    }

    /** @throws IllegalArgumentException if there is no such instant */
    static Instant parsed(String text) {
        boolean hourExists =
                FORM.matcher(text).matches() && text.substring(11, 13).compareTo("24") < 0;
        boolean secondExists = hourExists && text.substring(17, 19).compareTo("60") < 0;
        if (!secondExists) {
            throw new IllegalArgumentException("not an instant");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException never) {
            throw new IllegalArgumentException("no such instant", never);
        }
    }
}
