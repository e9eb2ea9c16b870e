package org.paivand.contact;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What it was about, in words that fit many. */
public enum Concern implements Coded {
    INFORMATION,
    WORK_ABROAD,
    SUSPECTED_TRAFFICKING,
    MISSING_RELATIVE,
    RETURN,
    SHELTER,
    LEGAL_HELP,
    OTHER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
