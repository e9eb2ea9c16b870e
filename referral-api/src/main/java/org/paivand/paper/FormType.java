package org.paivand.paper;

import org.paivand.disclosure.Coded;

/** What a form is for. */
public enum FormType implements Coded {
    REFERRAL_REQUEST("referral-request"),
    CONSENT("consent"),
    OUT_OF_BAND("out-of-band"),
    ANSWER("answer");

    private final String code;

    FormType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static FormType of(String code) {
        return Coded.of(FormType.class, code);
    }
}
