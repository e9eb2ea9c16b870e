package org.paivand.onboarding;

import org.paivand.disclosure.Coded;

/** The name of an application's state on the wire. */
public enum ApplicationState implements Coded {
    PENDING("pending"),
    SECONDED("seconded"),
    APPROVED("approved"),
    REJECTED("rejected");

    private final String code;

    ApplicationState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ApplicationState of(String code) {
        return Coded.of(ApplicationState.class, code);
    }
}
