package org.paivand.casefile.section;

/**
 * Sex, and whether it is only claimed.
 */
public record StatedSex(Sex value, Verification status) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
