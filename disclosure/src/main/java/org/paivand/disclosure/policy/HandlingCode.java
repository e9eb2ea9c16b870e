package org.paivand.disclosure.policy;

import org.paivand.disclosure.Coded;

/** How a recipient must handle what it got, from least to most guarded. */
public enum HandlingCode implements Coded {
    PSEUDONYMOUS("pseudonymous"),
    PERSONAL("personal"),
    SENSITIVE("sensitive");

    private final String code;

    HandlingCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static HandlingCode of(String code) {
        return Coded.of(HandlingCode.class, code);
    }
}
