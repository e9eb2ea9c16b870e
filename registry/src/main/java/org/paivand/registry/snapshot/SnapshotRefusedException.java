package org.paivand.registry.snapshot;

/** A snapshot that mustn't be used, whatever is in it. The message is for people, and says what can be done. */
public final class SnapshotRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why; each has its code on the command line. */
    public enum Reason {
        MALFORMED,
        BAD_SIGNATURE,
        WRONG_ORIGIN,
        OTHER_DOCUMENT,
        ROLLED_BACK,
        NOT_YET_VALID,
        EXPIRED
    }

    private final Reason reason;

    SnapshotRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    SnapshotRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
