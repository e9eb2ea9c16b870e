package org.paivand.audit.checkpoint;

/** The log asks for a signature that would contradict one given before: it shrank, or rewrote itself at one size. */
public final class RollbackException extends Exception {
    private static final long serialVersionUID = 1L;

    public RollbackException(String message, Throwable cause) {
        super(message, cause);
    }

    public RollbackException(String message) {
        super(message);
    }
}
