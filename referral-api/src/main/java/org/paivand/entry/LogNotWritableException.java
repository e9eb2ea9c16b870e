package org.paivand.entry;

/** What happens now could not be logged as it must be, so nothing may be released (503). */
public final class LogNotWritableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Entries have waited longer than the limit for an index or a checkpoint ({@code log-unavailable}). */
        BEHIND,
        /** The node's clock is behind what was recorded, or behind the database's ({@code clock-behind}). */
        CLOCK,
        /** The log's rows contradict each other: somebody altered them ({@code log-unsound}). */
        UNSOUND,
        /** The signing key can't be used, or refuses what the log has become ({@code log-unavailable}). */
        SIGNER
    }

    private final Reason reason;

    public LogNotWritableException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
