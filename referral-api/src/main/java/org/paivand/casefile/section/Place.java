package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** Where somebody stays: one line of 1 to 200 characters. */
public record Place(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u001F\\u007F]{1,200}");

    public Place {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
