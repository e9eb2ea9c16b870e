package org.paivand.casefile.section;

/** How much of a birth date is known. */
public enum DatePrecision implements Listed {
    DAY,
    MONTH,
    YEAR,
    ESTIMATED
}
