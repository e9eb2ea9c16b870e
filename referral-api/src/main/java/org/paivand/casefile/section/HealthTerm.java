package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** The name of a medicine or of what must not be given: 1 to 80 characters. */
public record HealthTerm(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u001F\\u007F]{1,80}");

    public HealthTerm {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
