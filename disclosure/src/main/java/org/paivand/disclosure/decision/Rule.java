package org.paivand.disclosure.decision;

import org.paivand.disclosure.Coded;

/** The seven steps of a decision, in their order, and what comes after it. */
public enum Rule implements Coded {
    REQUEST(1, "request"),
    SAFETY_REFUSAL(2, "safety-refusal"),
    STANDALONE_BASIS(3, "standalone-basis"),
    CONSENT(4, "consent"),
    NEED_TO_KNOW(5, "need-to-know"),
    AGREEMENT(6, "agreement"),
    STAGE(7, "stage"),
    AFTERWARDS(8, "afterwards");

    private final int step;
    private final String code;

    Rule(int step, String code) {
        this.step = step;
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** 1 to 7; 8 for what is only known once the decision has been made. */
    public int step() {
        return step;
    }

    public static Rule of(String code) {
        return Coded.of(Rule.class, code);
    }
}
