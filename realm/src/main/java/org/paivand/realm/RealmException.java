package org.paivand.realm;

/** Something couldn't be done in the realm. Carries a code and nothing that Keycloak said, which may repeat what was sent. */
public final class RealmException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RealmFault fault;

    public RealmException(RealmFault fault) {
        super(fault.code(), null, false, false);
        this.fault = fault;
    }

    public RealmFault fault() {
        return fault;
    }
}
