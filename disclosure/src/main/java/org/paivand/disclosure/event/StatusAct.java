package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What a status body did with its own decision. */
public enum StatusAct implements Coded {
    RECORDED("recorded"),
    READ("read");

    private final String code;

    StatusAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
