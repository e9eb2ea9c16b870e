package org.paivand.casefile.key;

/** The keystore is missing, has another password, or lacks a key; the message says which, and never a key. */
public final class UnusableKeystoreException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableKeystoreException(String message) {
        super(message);
    }

    UnusableKeystoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
