package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** The kinds of entry whose event this module describes; the codes are those of the log's own entry types. */
public enum EventType implements Coded {
    DISCLOSURE("disclosure"),
    BREAK_GLASS("break-glass"),
    DENIAL("denial"),
    CONSENT_EVENT("consent-event"),
    AUDITOR_ACCESS("auditor-access"),
    EXPORT("export"),
    REGISTRY_CHANGE("registry-change"),
    POLICY_CHANGE("policy-change"),
    RECEIPT("receipt"),
    GUARDIAN_FINDING("guardian-finding"),
    BEST_INTERESTS("best-interests"),
    REVIEW("review"),
    ERASURE_CERTIFICATE("erasure-certificate"),
    LOG_CHANGE("log-change"),
    WITHDRAWAL_NOTICE("withdrawal-notice"),
    WITHDRAWAL_ANSWER("withdrawal-answer"),
    HAND_OVER("hand-over"),
    COURT_ORDER("court-order"),
    PERSON_ACCESS("person-access"),
    COMPLAINT("complaint"),
    COMPLAINT_ANSWER("complaint-answer"),
    STATUS_DECISION("status-decision"),
    SUBMISSION("submission"),
    STATUTORY_NOTIFICATION("statutory-notification"),
    OUT_OF_BAND("out-of-band"),
    PEER_MESSAGE("peer-message");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static EventType of(String code) {
        return Coded.of(EventType.class, code);
    }
}
