package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What a reviewer found of a break-glass disclosure. */
public enum ReviewFinding implements Coded {
    JUSTIFIED("justified"),
    UNJUSTIFIED("unjustified");

    private final String code;

    ReviewFinding(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
