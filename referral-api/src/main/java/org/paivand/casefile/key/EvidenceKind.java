package org.paivand.casefile.key;

/** What the evidence key seals; bound into the seal, so that one kind of record can't stand in for another. */
public enum EvidenceKind {
    OPENING("opening"),
    DECISION_INPUT("decision-input"),
    CONSENT_EVENT("consent-event"),
    EMERGENCY_WORDS("emergency-words"),
    WEBHOOK_SECRET("webhook-secret"),
    MAIL_ADDRESS("mail-address");

    private final String code;

    EvidenceKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
