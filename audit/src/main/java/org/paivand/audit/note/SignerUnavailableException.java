package org.paivand.audit.note;

/** The key can't be used now: its store or device does not answer. Nothing may leave until it does. */
public final class SignerUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public SignerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
