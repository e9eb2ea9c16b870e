package org.paivand.registry.search;

import org.paivand.disclosure.Coded;

/** Whether one may be asked to wait for a place of a service. */
public enum Waitlist implements Coded {
    OPEN("open"),
    CLOSED("closed"),
    NONE("none");

    private final String code;

    Waitlist(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Waitlist of(String code) {
        return Coded.of(Waitlist.class, code);
    }
}
