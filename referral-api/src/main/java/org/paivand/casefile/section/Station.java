package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** An airport code, a station or a border crossing, not an address: 1 to 60 characters. */
public record Station(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u001F\\u007F]{1,60}");

    public Station {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
