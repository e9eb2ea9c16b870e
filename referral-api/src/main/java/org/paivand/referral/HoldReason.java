package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** Why help rests; only the provider sees it. */
public enum HoldReason implements Coded {
    WAITING_FOR_DOCUMENTS,
    WAITING_FOR_PLACE,
    WAITING_FOR_TRAVEL,
    WAITING_FOR_ANOTHER_SERVICE,
    ASKED_BY_PERSON,
    OTHER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
