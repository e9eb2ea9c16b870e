package org.paivand.intake;

import org.paivand.disclosure.Coded;

/** Why nothing more is done with a submission. */
public enum DiscardCode implements Coded {
    SPAM("spam"),
    DUPLICATE("duplicate"),
    TRIAL("trial"),
    /** The question was answered, and no case is wanted. */
    ANSWERED("answered"),
    PASSED_ON("passed-on"),
    NOT_REACHED("not-reached"),
    DECLINED("declined");

    private final String code;

    DiscardCode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static DiscardCode of(String code) {
        return Coded.of(DiscardCode.class, code);
    }
}
