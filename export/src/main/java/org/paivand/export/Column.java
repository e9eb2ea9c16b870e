package org.paivand.export;

/** What of an entry a table has a column for. Order and names are for ever; a new one goes to the end. */
enum Column {
    LOG("log"),
    INDEX("index"),
    OCCURRED_AT("occurredAt"),
    TYPE("type"),
    OUTCOME("outcome"),
    /** The one code that tells events of a type apart: of the problem, the change, the action, the finding, the reason. */
    CODE("code"),
    /** What it was done to, where that isn't a case: a consent, a registry entry, a disclosure, a log, indexes. */
    SUBJECT("subject"),
    CASE_ALIAS("caseAlias"),
    AGENCY("agency"),
    USER("user"),
    ROLE("role"),
    CLIENT("client"),
    AUTHORISER("authoriser"),
    RECIPIENT_AGENCY("recipientAgency"),
    RECIPIENT_JURISDICTION("recipientJurisdiction"),
    RECIPIENT_NODE("recipientNode"),
    RECIPIENT_WORKER("recipientWorker"),
    PURPOSE("purpose"),
    RELEASED("released"),
    WITHHELD("withheld"),
    BASIS("basis"),
    HANDLING("handling"),
    ONWARD("onward"),
    RETAIN_UNTIL("retainUntil"),
    BREAK_GLASS_REASON("breakGlassReason"),
    REVIEW_DUE("reviewDue"),
    NOT_AFTER("notAfter"),
    DECISION_ID("decisionId"),
    POLICY_VERSION("policyVersion"),
    POLICY_SHA256("policySha256"),
    INPUT_SHA256("inputSha256"),
    PAYLOAD_BYTES("payloadBytes"),
    PAYLOAD_SALTED_SHA256("payloadSaltedSha256"),
    DOCUMENT_SHA256("documentSha256"),
    EVENT_ID("eventId"),
    EXCHANGE_ID("exchangeId"),
    TOKEN_ID("tokenId"),
    /** Long, so that only tables have it. */
    RELEASED_PATHS("releasedPaths"),
    /** Log and index of the certificate, where the entry's opening was shredded. */
    SHREDDED_BY("shreddedBy");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
