package org.paivand.verifier;

/** The answer. Only {@link #VALID} is a yes. */
public enum Verdict {
    VALID,
    /** Nothing contradicts itself, and nobody vouches for it: no trust was given. */
    NOT_AUTHENTICATED,
    REFUSED;

    public int exitCode() {
        return this == VALID ? 0 : 1;
    }
}
