package org.paivand.casefile.key;

/** Bytes that this key didn't seal for this very place: altered, cut short, moved from another row, or another key's. */
public final class BrokenSealException extends CaseKeyException {

    private static final long serialVersionUID = 1;

    BrokenSealException(String message) {
        super(message);
    }

    BrokenSealException(String message, Throwable cause) {
        super(message, cause);
    }
}
