package org.paivand.disclosure.policy;

import java.util.Set;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;

/** Whether a recipient may use what it got as evidence, the strictest first. */
public enum EvidenceUse implements Coded {
    NEVER("never"),
    /** After the agency that holds the case said yes. */
    ASK("ask"),
    PERMITTED("permitted");

    private final String code;

    EvidenceUse(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static EvidenceUse of(String code) {
        return Coded.of(EvidenceUse.class, code);
    }

    /** Whether all of these purposes can be pursued under it. */
    public boolean suits(Set<Purpose> purposes) {
        boolean asEvidence = purposes.contains(Purpose.INVESTIGATION) || purposes.contains(Purpose.PROSECUTION);
        return this != NEVER || !asEvidence;
    }
}
