package org.paivand.disclosure.consent;

import org.paivand.disclosure.Coded;

/** Who gave consent. */
public enum Role implements Coded {
    SUBJECT("subject"),
    GUARDIAN("guardian"),
    LEGAL_REPRESENTATIVE("legal-representative");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Role of(String code) {
        return Coded.of(Role.class, code);
    }
}
