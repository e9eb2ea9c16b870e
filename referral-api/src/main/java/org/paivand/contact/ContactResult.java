package org.paivand.contact;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What came of it. */
public enum ContactResult implements Coded {
    INFORMED,
    PASSED_ON,
    CASE_OPENED,
    PREVENTED,
    ENDED_EARLY;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
