package org.paivand.casefile.section;

/**
 * A name, and whether it is only claimed.
 */
public record StatedName(PersonName value, Verification status) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
