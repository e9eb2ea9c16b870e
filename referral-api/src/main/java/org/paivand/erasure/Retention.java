package org.paivand.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/** How long openings are kept after the end of the year in which they were sealed (UTC). */
public record Retention(Period period) {
    public static final Retention USUAL = new Retention(Period.ofYears(10));

    /** Shorter would let a year end whose entries, reviews and disputes are still under way. */
    public Retention {
        if (period.isNegative() || period.toTotalMonths() < 12) {
            throw new IllegalArgumentException("openings are kept for a year at least");
        }
    }

    /** As ISO 8601 has it: years, months, days. */
    public static Retention parse(String text) {
        return new Retention(Period.parse(text));
    }

    /** From then on the year's openings may be shredded. */
    public Instant over(int year) {
        return LocalDate.of(year + 1, 1, 1)
                .plus(period)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
