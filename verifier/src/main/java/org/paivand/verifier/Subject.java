package org.paivand.verifier;

import java.util.Locale;

/** What kind of evidence a file holds, as its first bytes say. */
public enum Subject {
    BUNDLE,
    PROOF,
    CHECKPOINT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
