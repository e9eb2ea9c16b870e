package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** What one agency writes to another: 1 to 2,000 characters; line feeds are the only control characters. */
public record MessageText(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[^\\u0000-\\u0009\\u000B-\\u001F\\u007F]{1,2000}");

    public MessageText {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
