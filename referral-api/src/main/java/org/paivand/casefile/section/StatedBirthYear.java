package org.paivand.casefile.section;

/**
 * A birth year that leaves in place of a date, and whether it is only claimed.
 *
 * @param value a year alone
 * @param estimated whether the year itself is a guess
 */
public record StatedBirthYear(PartialDate value, boolean estimated, Verification status) {

    public StatedBirthYear {
        Checks.consistent(value.isYear(), "value");
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
