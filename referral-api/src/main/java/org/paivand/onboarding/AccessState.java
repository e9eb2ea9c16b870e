package org.paivand.onboarding;

import org.paivand.disclosure.Coded;

/** How far an agency's account in the realm has come. */
public enum AccessState implements Coded {
    /** To be made; tried until it is. */
    PROVISIONING("provisioning"),
    READY("ready"),
    /** Can't be made before somebody sees to it: the fault says what. */
    FAILED("failed"),
    /** To be disabled; tried until it is. */
    REVOKING("revoking"),
    REVOKED("revoked");

    private final String code;

    AccessState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static AccessState of(String code) {
        return Coded.of(AccessState.class, code);
    }

    /** Whether the agency was let go. */
    boolean ending() {
        return this == REVOKING || this == REVOKED;
    }
}
