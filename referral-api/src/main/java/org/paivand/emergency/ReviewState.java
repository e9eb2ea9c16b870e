package org.paivand.emergency;

import java.time.Instant;
import java.util.Locale;

/** How the review of an emergency stands. */
public enum ReviewState {
    DUE,
    OVERDUE,
    DONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that is none */
    public static ReviewState of(String code) {
        for (ReviewState state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("not a state of a review");
    }

    /** Of an emergency by which something was released. */
    static ReviewState of(Emergency emergency, Instant now) {
        if (emergency.review().isPresent()) {
            return DONE;
        }
        return emergency.reviewDue().map(now::isBefore).orElse(true) ? DUE : OVERDUE;
    }
}
