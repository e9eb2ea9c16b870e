package org.paivand.contact;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** How somebody turned to an agency. */
public enum Channel implements Coded {
    TELEPHONE,
    MESSENGER,
    WEB,
    IN_PERSON,
    LETTER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
