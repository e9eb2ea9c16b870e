package org.paivand.intake;

import java.util.EnumSet;
import org.paivand.casefile.section.SafeHours;
import org.paivand.casefile.section.TimeOfDay;
import org.paivand.casefile.section.Weekday;
import org.paivand.disclosure.Coded;

/** A part of every day, by the clock where the person is. */
public enum Hours implements Coded {
    MORNING("morning", "06:00", "12:00"),
    DAY("day", "12:00", "18:00"),
    EVENING("evening", "18:00", "22:00"),
    NIGHT("night", "22:00", "06:00");

    private final String code;
    private final String from;
    private final String to;

    Hours(String code, String from, String to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    @Override
    public String code() {
        return code;
    }

    SafeHours safe() {
        return new SafeHours(EnumSet.allOf(Weekday.class), new TimeOfDay(from), new TimeOfDay(to));
    }

    public static Hours of(String code) {
        return Coded.of(Hours.class, code);
    }
}
