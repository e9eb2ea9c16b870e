package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** Why one log ends and another begins. */
public enum LogSuccession implements Coded {
    /** There was no log before. */
    FIRST("first"),
    /** A new year has a new log. */
    YEAR("year"),
    /** The signing key is replaced. */
    KEY("key"),
    /** The tables were restored to less than what had been signed. */
    RECOVERY("recovery");

    private final String code;

    LogSuccession(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
