package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What a party may do to a referral; the code names the resource below the referral that does it. */
public enum Transition implements Coded {
    ACCEPTANCE,
    DECLINE,
    QUESTIONS,
    ANSWERS,
    CANCELLATION,
    ASSIGNMENTS,
    PROGRESS,
    HOLD,
    COMPLETION,
    FAILURE,
    END_BY_PERSON,
    ERROR;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
