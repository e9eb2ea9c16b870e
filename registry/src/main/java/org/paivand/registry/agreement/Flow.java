package org.paivand.registry.agreement;

import org.paivand.disclosure.Coded;

/** Between whom something may flow. */
public enum Flow implements Coded {
    /** Between all that are asked about. */
    ALL("may-flow"),
    /** Between the parties of some agreement, and not between all of the two countries. */
    SOME("between-some"),
    NONE("may-not-flow");

    private final String code;

    Flow(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Flow of(String code) {
        return Coded.of(Flow.class, code);
    }
}
