package org.paivand.onboarding;

import org.paivand.disclosure.Coded;

/** Which office of an agency answers questions. A closed list, so that nobody's name is written there. */
public enum Office implements Coded {
    DUTY_DESK("duty-desk"),
    RECEPTION("reception"),
    REGISTRY_OFFICE("registry-office"),
    IT_SERVICE("it-service");

    private final String code;

    Office(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Office of(String code) {
        return Coded.of(Office.class, code);
    }
}
