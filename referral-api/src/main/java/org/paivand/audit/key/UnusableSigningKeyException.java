package org.paivand.audit.key;

/** No key of the log, or one that isn't Ed25519, or a store that doesn't open; the message says which, and never a key. */
public final class UnusableSigningKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableSigningKeyException(String message) {
        super(message);
    }

    UnusableSigningKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
