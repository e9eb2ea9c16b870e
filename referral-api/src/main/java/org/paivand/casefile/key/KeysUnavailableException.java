package org.paivand.casefile.key;

/** The store of keys can't be read or written now; nothing may be released while it lasts. */
public final class KeysUnavailableException extends CaseKeyException {

    private static final long serialVersionUID = 1;

    KeysUnavailableException(String message) {
        super(message);
    }

    KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
