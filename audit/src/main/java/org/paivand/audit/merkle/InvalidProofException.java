package org.paivand.audit.merkle;

/** A proof that does not show what it claims to show. */
public final class InvalidProofException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public InvalidProofException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
