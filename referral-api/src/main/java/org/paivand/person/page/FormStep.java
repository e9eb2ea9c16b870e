package org.paivand.person.page;

import org.paivand.disclosure.Coded;

/** What the form for everybody is sent for. */
public enum FormStep implements Coded {
    /** To be shown once more; nothing is kept. */
    CHECK("check"),
    CHANGE("change"),
    SEND("send");

    private final String code;

    FormStep(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static FormStep of(String code) {
        return Coded.of(FormStep.class, code);
    }
}
