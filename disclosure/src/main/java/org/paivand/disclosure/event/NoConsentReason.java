package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** Why there was no consent to something that was told outside the node, as whoever records it says. None of them is a basis. */
public enum NoConsentReason implements Coded {
    DANGER("danger"),
    NOT_ABLE_TO_CONSENT("not-able-to-consent"),
    NOT_REACHED("not-reached"),
    NOT_ASKED("not-asked"),
    REFUSED("refused"),
    REQUIRED_BY_LAW("required-by-law"),
    BY_MISTAKE("by-mistake"),
    NOT_KNOWN("not-known");

    private final String code;

    NoConsentReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
