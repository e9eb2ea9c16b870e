package org.paivand.audit.sequencer;

/** The step did nothing: its transaction was rolled back. */
public final class StepRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Somebody else leads, or will. */
        LEASE_LOST,
        /** The head is not the one that was read. */
        HEAD_MOVED,
        /** An entry stands in the log already, yet it is pending: only tampering leads there. */
        DUPLICATE_ENTRY,
        /** The log's tables contradict themselves, or were not readable. */
        LOG_UNREADABLE,
        /** The log is smaller than, or another than, what was signed before: a restored backup, or a fork. */
        LOG_ROLLED_BACK,
        /** The key, or the file of what it signed last, can't be used. */
        SIGNER_UNAVAILABLE
    }

    private final Reason reason;

    StepRefusedException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    StepRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the signing key, or what it remembers, is the cause. */
    public boolean isSigners() {
        return reason == Reason.SIGNER_UNAVAILABLE || reason == Reason.LOG_ROLLED_BACK;
    }
}
