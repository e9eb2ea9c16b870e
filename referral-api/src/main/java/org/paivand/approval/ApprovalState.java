package org.paivand.approval;

import org.paivand.disclosure.Coded;

/** The name of an approval's state, on the wire and in a row. */
public enum ApprovalState implements Coded {
    PENDING("pending"),
    CONFIRMED("confirmed"),
    REJECTED("rejected");

    private final String code;

    ApprovalState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ApprovalState of(String code) {
        return Coded.of(ApprovalState.class, code);
    }
}
