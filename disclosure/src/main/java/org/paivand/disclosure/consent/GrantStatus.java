package org.paivand.disclosure.consent;

import org.paivand.disclosure.Coded;

/** Where a grant stands at an instant. */
public enum GrantStatus implements Coded {
    LIVE("live"),
    NOT_YET("not-yet"),
    EXPIRED("expired"),
    WITHDRAWN("withdrawn"),
    INVALIDATED("invalidated"),
    SUPERSEDED("superseded"),
    DISPUTED("disputed");

    private final String code;

    GrantStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static GrantStatus of(String code) {
        return Coded.of(GrantStatus.class, code);
    }
}
