package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** How a completed referral ended; the provider's own knowledge, shown to the sender only through a release. */
public enum Outcome implements Coded {
    NEEDS_MET,
    NEEDS_PARTLY_MET,
    REFERRED_ON;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
