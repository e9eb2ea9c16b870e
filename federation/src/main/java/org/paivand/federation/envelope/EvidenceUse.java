package org.paivand.federation.envelope;

import org.paivand.disclosure.Coded;

/** Whether investigators and prosecutors may get what came. */
public enum EvidenceUse implements Coded {
    /** Not until whoever provided it says yes. */
    ASK("ask"),
    ALLOWED("allowed"),
    NEVER("never");

    private final String code;

    EvidenceUse(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
