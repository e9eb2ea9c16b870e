package org.paivand.audit.sequencer;

/** Where the sequencer stands; tests kill and freeze it at each. */
public enum Step {
    STARTED,
    LEASE_CONFIRMED,
    PENDING_READ,
    APPENDED,
    PENDING_DELETED,
    INTEGRATED,
    HEAD_READ,
    SIGNED,
    CHECKPOINT_WRITTEN,
    PUBLISHED,
    /** The succession's, between its steps and at their ends. */
    LOG_DECLARED,
    LOG_OPENED,
    SETTLED;

    /** Hears of each step in the sequencer's own thread, and may block it. */
    @FunctionalInterface
    public interface Listener {
        void reached(Step step);
    }
}
