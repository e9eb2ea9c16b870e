package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** The person's own words: 1 to 500 characters; line feeds are the only control characters. */
public record OwnWords(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u0009\\u000B-\\u001F\\u007F]{1,500}");

    public OwnWords {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
