package org.paivand.audit.log;

/** The log is no longer what the batch was made for; nothing of the batch was written. */
public final class AppendRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Another batch came first: read the head again. */
        HEAD_MOVED,
        /** A newer leader appends: this one must stop. */
        FENCED_OFF,
        /** An entry of the batch stands in the log already: each stands there once. */
        DUPLICATE_ENTRY
    }

    private final Reason reason;

    public AppendRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
