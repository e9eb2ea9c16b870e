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
        SIGNER_UNAVAILABLE,
        /** The key isn't the one that the log began with, or is another log's too. */
        KEY_REPLACED,
        /** This instance is set to a log that another one has followed already. */
        LOG_SUCCEEDED
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

    /** Whether the signing key, or what it remembers, is the cause: then nothing is released. */
    public boolean isSigners() {
        return switch (reason) {
            case SIGNER_UNAVAILABLE, LOG_ROLLED_BACK, KEY_REPLACED, LOG_SUCCEEDED -> true;
            case LEASE_LOST, HEAD_MOVED, DUPLICATE_ENTRY, LOG_UNREADABLE -> false;
        };
    }
}
