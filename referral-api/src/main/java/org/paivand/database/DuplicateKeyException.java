package org.paivand.database;

/** Somebody else committed a row with the same key first; nothing of the transaction has happened. */
public final class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateKeyException() {
        super("a row with this key exists");
    }
}
