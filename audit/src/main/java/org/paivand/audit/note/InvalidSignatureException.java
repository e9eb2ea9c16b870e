package org.paivand.audit.note;

/** A note that the key in question did not sign, or whose signature under that name is false. */
public final class InvalidSignatureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public InvalidSignatureException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
