package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** How far help under way has come; only the provider sees it. */
public enum Step implements Coded {
    SCHEDULED,
    ARRIVED,
    NO_SHOW;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
