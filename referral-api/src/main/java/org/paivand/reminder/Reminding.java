package org.paivand.reminder;

import java.time.Duration;

/**
 * How long before something ends a controller is reminded.
 *
 * @param beforeReflectionEnds before the time to reflect is over
 * @param beforeConsentEnds before a permit carries nothing any more
 * @param lookEvery how often it is looked for what is due
 */
public record Reminding(Duration beforeReflectionEnds, Duration beforeConsentEnds, Duration lookEvery) {
    public static final Reminding USUAL = new Reminding(Duration.ofDays(5), Duration.ofDays(7), Duration.ofHours(1));

    public Reminding {
        if (beforeReflectionEnds.isNegative() || beforeConsentEnds.isNegative()) {
            throw new IllegalArgumentException("paivand.reminders.* are no negative periods");
        }
    }
}
