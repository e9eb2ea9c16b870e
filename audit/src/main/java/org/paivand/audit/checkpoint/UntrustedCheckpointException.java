package org.paivand.audit.checkpoint;

/** A checkpoint that the policy gives no reason to believe. */
public final class UntrustedCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public UntrustedCheckpointException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public UntrustedCheckpointException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
