package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** A zone of the IANA database, such as {@code Asia/Dushanbe}. */
public record TimeZone(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Za-z_]{1,20}(/[A-Z][A-Za-z_]{1,30})?");

    public TimeZone {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
