package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What a sender answers of a topic. It tells nothing itself: who is to know more reads the service request again, which is logged. */
public enum Reply implements Coded {
    AS_STATED,
    CORRECTED,
    NOT_KNOWN,
    NOT_TOLD;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
