package org.paivand.audit.log;

/** The log can't be read or written now. Nothing may leave until it can. */
public final class LogUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
