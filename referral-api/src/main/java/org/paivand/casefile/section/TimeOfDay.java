package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** {@code HH:mm} in the person's time zone. */
public record TimeOfDay(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    public TimeOfDay {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
