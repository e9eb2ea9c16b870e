package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** What was agreed for the person's safety: 1 to 1000 characters; line feeds are the only control characters. */
public record SafetyPlan(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u0009\\u000B-\\u001F\\u007F]{1,1000}");

    public SafetyPlan {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
