package org.paivand.casefile.key;

import org.paivand.disclosure.Coded;

/**
 * What a case key seals beside sections. None but a status decision and a plan tell anything about a person; erasure must take it
 * all the same.
 */
public enum CaseSecret implements Coded {
    /** The random name under which the log knows the case; the owner of the row is the case. */
    ALIAS("alias"),
    /** The salt of a released payload's hash; the owner is the log's event. */
    PAYLOAD_SALT("payload-salt"),
    /** What a status body decided; the owner is the decision. Opened for a {@link StatusUse} alone. */
    STATUS_DECISION("status-decision"),
    /** The service plan; the owner of the row is the case. Opened for a {@link PlanUse} alone. */
    SERVICE_PLAN("service-plan");

    private final String code;

    CaseSecret(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
