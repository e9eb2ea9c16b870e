package org.paivand.casefile.section;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A date of which the day, or the day and the month, may be unknown: {@code 2009-04-17}, {@code 2009-04}, {@code 2009}. */
public record PartialDate(String value) implements Value {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;
    private static final int DAY_LENGTH = 10;

    public PartialDate {
        Checks.form(FORM, value);
        if (value.length() == DAY_LENGTH) {
            requireRealDay(value);
        }
    }

    public boolean isDay() {
        return value.length() == DAY_LENGTH;
    }

    public boolean isMonth() {
        return value.length() == MONTH_LENGTH;
    }

    public boolean isYear() {
        return value.length() == YEAR_LENGTH;
    }

    public PartialDate year() {
        return new PartialDate(value.substring(0, YEAR_LENGTH));
    }

    private static void requireRealDay(String day) {
        try {
            LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day");
        }
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
