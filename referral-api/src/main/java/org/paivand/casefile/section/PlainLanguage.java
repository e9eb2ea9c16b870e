package org.paivand.casefile.section;

import java.util.regex.Pattern;

/** BCP 47 language and optional script; no region, which would tell where somebody comes from. */
public record PlainLanguage(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?");

    public PlainLanguage {
        Checks.form(FORM, value);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
