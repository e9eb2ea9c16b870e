package org.paivand.casefile.key;

/** Sealed data can't be opened, or a key can't be used. Messages never hold a value or a key. */
public abstract sealed class CaseKeyException extends Exception
        permits NoCaseKeyException, BrokenSealException, KeysUnavailableException, ShreddedException {

    private static final long serialVersionUID = 1;

    CaseKeyException(String message) {
        super(message);
    }

    CaseKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
