package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** The number of a travel document as printed: 1 to 20 of {@code A-Z0-9-}. */
public record DocumentNumber(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,20}");

    public DocumentNumber {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
