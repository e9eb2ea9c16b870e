package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What happened to a consent. */
public enum ConsentChange implements Coded {
    GIVEN("given"),
    WITHDRAWN("withdrawn"),
    INVALIDATED("invalidated"),
    SUPERSEDED("superseded"),
    DISPUTED("disputed"),
    RECONFIRMED("reconfirmed"),
    REFUSED("refused"),
    NARROWED("narrowed"),
    RESTORED("restored"),
    CONFIRMED("confirmed");

    private final String code;

    ConsentChange(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ConsentChange of(String code) {
        return Coded.of(ConsentChange.class, code);
    }
}
