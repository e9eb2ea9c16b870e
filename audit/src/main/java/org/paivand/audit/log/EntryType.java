package org.paivand.audit.log;

import org.paivand.audit.MalformedException;

/** What kind of thing an entry records. Codes are never reused: they are hashed into entries. */
public enum EntryType {
    DISCLOSURE(1, "disclosure"),
    RECEIPT(2, "receipt"),
    DENIAL(3, "denial"),
    CONSENT_EVENT(4, "consent-event"),
    BREAK_GLASS(5, "break-glass"),
    REVIEW(6, "review"),
    WITHDRAWAL_NOTICE(7, "withdrawal-notice"),
    ERASURE_CERTIFICATE(8, "erasure-certificate"),
    POLICY_CHANGE(9, "policy-change"),
    REGISTRY_CHANGE(10, "registry-change"),
    AUDITOR_ACCESS(11, "auditor-access"),
    EXPORT(12, "export"),
    OUT_OF_BAND(13, "out-of-band"),
    GUARDIAN_FINDING(14, "guardian-finding"),
    BEST_INTERESTS(15, "best-interests"),
    LOG_CHANGE(16, "log-change"),
    WITHDRAWAL_ANSWER(17, "withdrawal-answer"),
    HAND_OVER(18, "hand-over"),
    COURT_ORDER(19, "court-order"),
    PERSON_ACCESS(20, "person-access"),
    COMPLAINT(21, "complaint"),
    COMPLAINT_ANSWER(22, "complaint-answer"),
    STATUS_DECISION(23, "status-decision"),
    SUBMISSION(24, "submission"),
    STATUTORY_NOTIFICATION(25, "statutory-notification"),
    PEER_MESSAGE(26, "peer-message");

    private final byte number;
    private final String code;

    EntryType(int number, String code) {
        this.number = (byte) number;
        this.code = code;
    }

    /** The second byte of an entry. */
    public byte number() {
        return number;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }

    public static EntryType of(String code) {
        for (EntryType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown entry type");
    }

    static EntryType ofNumber(byte number) throws MalformedException {
        for (EntryType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new MalformedException("unknown entry type");
    }
}
