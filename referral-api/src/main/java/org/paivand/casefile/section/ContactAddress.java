package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** A number, name or address in a channel: one line of 1 to 120 characters. */
public record ContactAddress(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u001F\\u007F]{1,120}");

    public ContactAddress {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
