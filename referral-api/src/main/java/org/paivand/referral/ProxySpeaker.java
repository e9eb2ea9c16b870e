package org.paivand.referral;

import org.paivand.disclosure.Coded;

/** Who of the provider said it: what they are there, and never who they are. */
public enum ProxySpeaker implements Coded {
    MANAGER("manager"),
    CASE_WORKER("case-worker"),
    DUTY_WORKER("duty-worker"),
    HEALTH_WORKER("health-worker"),
    LAWYER("lawyer"),
    OTHER_STAFF("other-staff");

    private final String code;

    ProxySpeaker(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
