package org.paivand.disclosure.policy;

import org.paivand.disclosure.Coded;

/** The roles for which a policy can demand that an agency's staff were trained: those that reach persons' data. */
public enum TrainedRole implements Coded {
    REFERRER("referrer"),
    PROVIDER("provider"),
    CHILD_PROTECTION("child-protection"),
    EMERGENCY_OFFICER("emergency-officer"),
    REVIEWER("reviewer");

    private final String code;

    TrainedRole(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
