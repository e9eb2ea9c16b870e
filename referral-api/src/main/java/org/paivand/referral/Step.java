package org.paivand.referral;

import java.util.Locale;

/** How far help under way has come; only the provider sees it. */
public enum Step {
    SCHEDULED,
    ARRIVED,
    NO_SHOW;

    /** @throws IllegalArgumentException for an unknown code */
    public static Step of(String code) {
        for (Step step : values()) {
            if (step.code().equals(code)) {
                return step;
            }
        }
        throw new IllegalArgumentException("unknown step");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
