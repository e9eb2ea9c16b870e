package org.paivand.referral;

import java.util.Locale;

/** How a completed referral ended; the provider's own knowledge, shown to the sender only through a release. */
public enum Outcome {
    NEEDS_MET,
    NEEDS_PARTLY_MET,
    REFERRED_ON,
    CONTACT_LOST,
    NOT_POSSIBLE;

    /** @throws IllegalArgumentException for an unknown code */
    public static Outcome of(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("unknown outcome");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
