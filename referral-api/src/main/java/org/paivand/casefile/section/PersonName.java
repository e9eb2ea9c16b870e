package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** A name as the person or a document gives it: 1 to 100 characters, no control characters, no brackets of markup. */
public record PersonName(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u001F\\u007F<>{}]{1,100}");

    public PersonName {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
