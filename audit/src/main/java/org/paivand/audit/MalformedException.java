package org.paivand.audit;

/** Bytes or text that a strict parser of this module refuses. The message never echoes what was read. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public MalformedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public MalformedException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
