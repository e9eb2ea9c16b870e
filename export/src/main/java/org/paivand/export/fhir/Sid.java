package org.paivand.export.fhir;

/** Our own namespaces: of identifiers ({@code sid}), and of codes. They are names; nothing is served there. */
enum Sid {
    LOG("sid/log"),
    EVENT("sid/event"),
    COMPLAINT("sid/complaint"),
    SUBMISSION("sid/submission"),
    STATUTORY_NOTIFICATION("sid/statutory-notification"),
    PEER_MESSAGE("sid/peer-message"),
    CASE_ALIAS("sid/case-alias"),
    AGENCY("sid/agency"),
    USER("sid/user"),
    WORKER("sid/worker"),
    CLIENT("sid/client"),
    CONSENT("sid/consent"),
    DECISION_INPUT("sid/decision-input-sha256"),
    DOCUMENT("sid/document-sha256"),
    POLICY("sid/policy-version"),
    REGISTRY("sid/registry-subject"),
    EVENT_TYPES("codes/entry-types"),
    PURPOSES("codes/purposes"),
    ROLES("codes/roles"),
    CONSENT_CHANGES("codes/consent-changes"),
    AUDITOR_ACTIONS("codes/auditor-actions"),
    REGISTRY_CHANGES("codes/registry-changes"),
    CONFLICT_FINDINGS("codes/conflict-findings"),
    PERSON_ACTIONS("codes/person-actions"),
    COMPLAINT_TOPICS("codes/complaint-topics"),
    SUBMISSION_ACTIONS("codes/submission-actions"),
    COMPLAINT_OUTCOMES("codes/complaint-outcomes"),
    REVIEW_FINDINGS("codes/review-findings"),
    LOG_SUCCESSIONS("codes/log-successions");

    private static final String BASE = "https://paivand.org/";

    private final String path;

    Sid(String path) {
        this.path = path;
    }

    String uri() {
        return BASE + path;
    }
}
