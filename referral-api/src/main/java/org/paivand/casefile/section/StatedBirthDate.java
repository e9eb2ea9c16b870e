package org.paivand.casefile.section;

/**
 * A birth date, as much of it as is known, and whether it is only claimed.
 *
 * @param precision agrees with the value: a day for {@code day}, a month for {@code month}, a year for {@code year} and {@code estimated}
 */
public record StatedBirthDate(PartialDate value, DatePrecision precision, Verification status) {

    public StatedBirthDate {
        Checks.consistent(
                switch (precision) {
                    case DAY -> value.isDay();
                    case MONTH -> value.isMonth();
                    case YEAR, ESTIMATED -> value.isYear();
                },
                "precision");
    }

    public StatedBirthYear year() {
        return new StatedBirthYear(value.year(), precision == DatePrecision.ESTIMATED, status);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
