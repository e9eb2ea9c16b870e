package org.paivand.status;

import org.paivand.disclosure.Coded;

/** Why a decision was made. */
public enum Ground implements Coded {
    FIRST_DECISION("first-decision", 1),
    /** The body looked at its own decision again. */
    REVIEW("review", 2),
    /** Somebody above the body, or a court, was asked. */
    APPEAL("appeal", 3);

    private final String code;
    private final byte number;

    Ground(String code, int number) {
        this.code = code;
        this.number = (byte) number;
    }

    @Override
    public String code() {
        return code;
    }

    byte number() {
        return number;
    }
}
