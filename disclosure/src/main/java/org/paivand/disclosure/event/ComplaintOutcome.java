package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What was found of a complaint; passed on, where somebody else has to judge it. */
public enum ComplaintOutcome implements Coded {
    UPHELD("upheld"),
    PARTLY_UPHELD("partly-upheld"),
    NOT_UPHELD("not-upheld"),
    PASSED_ON("passed-on");

    private final String code;

    ComplaintOutcome(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ComplaintOutcome of(String code) {
        return Coded.of(ComplaintOutcome.class, code);
    }
}
