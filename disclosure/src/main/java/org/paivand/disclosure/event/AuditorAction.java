package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What an auditor did with the log. */
public enum AuditorAction implements Coded {
    SEARCH("search"),
    READ("read"),
    REVIEW("review");

    private final String code;

    AuditorAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static AuditorAction of(String code) {
        return Coded.of(AuditorAction.class, code);
    }
}
