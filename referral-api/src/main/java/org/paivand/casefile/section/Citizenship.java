package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** ISO 3166-1 alpha-2, or {@code undetermined}, {@code disputed}, {@code stateless}. */
public record Citizenship(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}|undetermined|disputed|stateless");

    public Citizenship {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
