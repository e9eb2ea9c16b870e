package org.paivand.status;

import org.paivand.disclosure.Coded;

/** HTCDS 2.0 {@code vic_TraffickingStatus} (IOM, CC BY 4.0). */
public enum TraffickingStatus implements Coded {
    POSSIBLE("PossibleVictimOfTrafficking", 1),
    ACTUAL("ActualVictimOfTrafficking", 2),
    NOT("NotAVictimOfTrafficking", 3);

    private final String code;
    private final byte number;

    TraffickingStatus(String code, int number) {
        this.code = code;
        this.number = (byte) number;
    }

    @Override
    public String code() {
        return code;
    }

    /** What is sealed: each as long as the other, so that the length of what is sealed tells nothing. */
    byte number() {
        return number;
    }
}
