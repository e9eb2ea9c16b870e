package org.paivand.casefile.section;

/** A day of the week in the person's time zone. */
public enum Weekday implements Listed {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN
}
