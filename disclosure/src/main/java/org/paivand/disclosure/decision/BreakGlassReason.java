package org.paivand.disclosure.decision;

import org.paivand.disclosure.Coded;

/** Why the glass was broken. Closed; the words beside it are kept with the case, not here. */
public enum BreakGlassReason implements Coded {
    LIFE_AT_RISK("life-at-risk"),
    SERIOUS_INJURY("serious-injury"),
    ABDUCTION("abduction"),
    SELF_HARM("self-harm"),
    MEDICAL_EMERGENCY("medical-emergency");

    private final String code;

    BreakGlassReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static BreakGlassReason of(String code) {
        return Coded.of(BreakGlassReason.class, code);
    }
}
