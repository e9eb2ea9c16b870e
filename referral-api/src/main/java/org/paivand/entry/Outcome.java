package org.paivand.entry;

import java.util.Locale;

/** What became of a request for a person's data, as auditors ask for it; one event can have several. */
public enum Outcome {
    /** Something went out, by consent, by another basis or by break-glass, or outside the node. */
    RELEASED,
    /** Something that was asked for did not go out, whether the rest did or not. */
    WITHHELD,
    /** Nothing went out. */
    DENIED,
    /** It went out in an emergency, to be reviewed. */
    BREAK_GLASS,
    /** It was told outside the node, and not all of it would have been permitted. */
    WITHOUT_BASIS;

    /** Whether something went out. */
    public boolean isRelease() {
        return this == RELEASED || this == BREAK_GLASS || this == WITHOUT_BASIS;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Outcome of(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("not an outcome");
    }
}
