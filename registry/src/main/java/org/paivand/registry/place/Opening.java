package org.paivand.registry.place;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * One stretch of a week, in whole minutes.
 *
 * @param day on which it begins
 * @param closes exclusive; at or before {@code opens} it is the next day's, so that a night and 00:00 to 00:00 can be said
 */
public record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) {

    static final int DAY = 24 * 60;
    static final int WEEK = 7 * DAY;

    public Opening {
        if (opens.getSecond() + opens.getNano() + closes.getSecond() + closes.getNano() != 0) {
            throw new IllegalArgumentException("an opening begins and ends at a whole minute");
        }
    }

    public boolean pastMidnight() {
        return !closes.isAfter(opens);
    }

    /** In minutes since the Monday of the week began. */
    int begin() {
        return (day.getValue() - 1) * DAY + minute(opens);
    }

    int end() {
        return (day.getValue() - 1) * DAY + minute(closes) + (pastMidnight() ? DAY : 0);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
