package org.paivand.referral;

import java.util.Locale;

/** What a party may do to a referral; the code names the resource below the referral that does it. */
public enum Transition {
    ACCEPTANCE,
    DECLINE,
    CANCELLATION,
    ASSIGNMENTS,
    PROGRESS,
    COMPLETION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
