package org.paivand.casefile.section;

/**
 * Somebody through whom the person is reached.
 *
 * @param permission whether the person allowed it; without it, nobody may be called
 */
public record ViaPerson(PersonName name, GoBetween relationship, boolean permission) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
