package org.paivand.disclosure.consent;

import org.paivand.disclosure.Coded;

/** Whether a grant lets data go or keeps it back; a refusal beats every permit. */
public enum Effect implements Coded {
    PERMIT("permit"),
    REFUSE("refuse");

    private final String code;

    Effect(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Effect of(String code) {
        return Coded.of(Effect.class, code);
    }
}
