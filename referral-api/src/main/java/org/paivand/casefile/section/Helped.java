package org.paivand.casefile.section;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** Whether the person found that the help was one. */
public enum Helped implements Coded {
    YES,
    PARTLY,
    NO,
    NOT_ASKED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
