package org.paivand.contact;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** Who did, as far as they said. */
public enum ContactBy implements Coded {
    PERSON,
    FAMILY,
    THIRD_PARTY,
    AUTHORITY,
    UNKNOWN;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
