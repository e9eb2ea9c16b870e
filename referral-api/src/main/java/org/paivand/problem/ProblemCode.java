package org.paivand.problem;

import java.util.Locale;

/** Every reason a request can be refused for. The code is stable; the texts lie in {@code problems_*.properties}. */
public enum ProblemCode {
    MALFORMED_JSON(400),
    INVALID_REQUEST(400),
    IDEMPOTENCY_KEY_MISSING(400),
    PROXY_REQUIRED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    CONFLICTING_ROLES(403),
    WORKER_REQUIRED(403),
    SECTION_NOT_PERMITTED(403),
    OFFER_REFUSED(403),
    HOST_NOT_NAMED(403),
    HOST_FIRST_STAGE_ONLY(403),
    HOST_IS_SENDER(403),
    NOT_A_HOST(403),
    RELEASE_REFUSED(403),
    HAND_OVER_REFUSED(403),
    TOGETHER_REFUSED(403),
    RECEIPT_REFUSED(403),
    NO_DUTY(403),
    OWN_CHANGE(403),
    ACCREDITATION_NEEDED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    ILLEGAL_TRANSITION(409),
    NO_PLACE(409),
    FORM_ALREADY_ENTERED(409),
    SECOND_PERSON_REQUIRED(409),
    LOG_CONTRADICTED(409),
    CREDENTIAL_SHOWN(409),
    OPENING_SHREDDED(410),
    STALE_VERSION(412),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    CHECKPOINT_NOT_OURS(422),
    COURT_ORDER_REFUSED(422),
    LINK_CODE_REFUSED(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    CLOCK_BEHIND(503),
    CONSENTS_LOST(503),
    DATABASE_UNAVAILABLE(503),
    KEYS_UNAVAILABLE(503),
    LOG_UNAVAILABLE(503),
    LOG_UNSOUND(503),
    MAIL_UNAVAILABLE(503),
    ONBOARDING_UNAVAILABLE(503),
    WITNESS_QUORUM_STALE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status (RFC 9110). */
    public int status() {
        return status;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return "https://paivand.org/problems/" + code();
    }
}
