package org.paivand.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year, in UTC.
 *
 * @param year 1999 to 2999
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {
    private static final Pattern FORM = Pattern.compile("(2[0-9]{3})-Q([1-4])");

    public Quarter {
        // The year before the first has no rows, and is asked for all the same.
        if (year < 1999 || year > 2999 || number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter");
        }
    }

    public static Quarter of(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** @throws IllegalArgumentException unless it is written as 2026-Q3 is */
    public static Quarter of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no quarter");
        }
        return new Quarter(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    public Quarter before() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    public Quarter yearBefore() {
        return new Quarter(year - 1, number);
    }

    public boolean isBefore(Quarter other) {
        return year < other.year || (year == other.year && number < other.number);
    }

    /** As it stands in a row. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
