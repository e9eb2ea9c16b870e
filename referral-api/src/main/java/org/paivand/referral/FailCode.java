package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** Why a provider could not go on with what it had accepted; the sender sees that it was not possible. */
public enum FailCode implements Coded {
    NOT_POSSIBLE,
    CONTACT_LOST,
    NO_SHOW,
    UNSAFE,
    CAPACITY_LOST,
    OTHER;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
