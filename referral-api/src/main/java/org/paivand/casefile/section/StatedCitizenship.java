package org.paivand.casefile.section;

/**
 * A citizenship, and whether it is only claimed.
 */
public record StatedCitizenship(Citizenship value, Verification status) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
