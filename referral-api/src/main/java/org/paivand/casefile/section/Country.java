package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** ISO 3166-1 alpha-2. */
public record Country(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    public Country {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
