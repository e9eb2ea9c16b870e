package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What was done with the code by which a person sees and withdraws without an account. */
public enum PersonAction implements Coded {
    CODE_ISSUED("code-issued"),
    CODE_ROTATED("code-rotated"),
    CODE_REVOKED("code-revoked"),
    PAGE_READ("page-read"),
    WITHDRAWN("withdrawn"),
    RESTORED("restored"),
    BARRED("barred"),
    DURESS("duress");

    private final String code;

    PersonAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static PersonAction of(String code) {
        return Coded.of(PersonAction.class, code);
    }
}
