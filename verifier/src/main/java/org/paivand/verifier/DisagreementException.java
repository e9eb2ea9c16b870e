package org.paivand.verifier;

/** An event says one thing, its evidence another. */
final class DisagreementException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String reason;

    DisagreementException(Fault fault, String reason) {
        super(reason);
        this.fault = fault;
        this.reason = reason;
    }

    Fault fault() {
        return fault;
    }

    String reason() {
        return reason;
    }
}
