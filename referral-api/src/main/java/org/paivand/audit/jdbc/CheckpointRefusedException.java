package org.paivand.audit.jdbc;

/** A checkpoint from an auditor's own hands does not fit the log. */
public final class CheckpointRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is no checkpoint, or not of this log, or this log's key has not signed it. */
        NOT_OURS,
        /** This log's key has signed it, and the log is another now: history was rewritten or cut. */
        CONTRADICTED
    }

    private final Reason reason;

    CheckpointRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
