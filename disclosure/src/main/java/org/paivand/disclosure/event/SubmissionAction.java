package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What was done with something that was sent by the form for everybody. */
public enum SubmissionAction implements Coded {
    READ("read"),
    CASE_OPENED("case-opened"),
    DISCARDED("discarded"),
    /** By the writer, after it was read. */
    TAKEN_BACK("taken-back");

    private final String code;

    SubmissionAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static SubmissionAction of(String code) {
        return Coded.of(SubmissionAction.class, code);
    }
}
