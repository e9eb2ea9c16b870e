package org.paivand.casefile.section;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a referral, as text. */
public record ReferralReference(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public ReferralReference {
        Checks.form(FORM, value);
    }

    public UUID id() {
        return UUID.fromString(value);
    }
}
