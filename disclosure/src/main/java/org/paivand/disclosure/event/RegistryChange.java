package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What happened to a part of the registry. */
public enum RegistryChange implements Coded {
    PROPOSED("proposed"),
    CONFIRMED("confirmed"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn"),
    /** By one person, since nobody is trusted more by it. */
    CHANGED("changed"),
    /** The book was filled for the first time. */
    BEGUN("begun"),
    /** An agency asked to be taken in. */
    APPLIED("applied"),
    /** An agency's group and client are in the realm. */
    PROVISIONED("provisioned"),
    /** The secret of an agency's client was shown, once. */
    CREDENTIAL_SHOWN("credential-shown"),
    /** An agency's client and people can no longer sign in. */
    ACCESS_REVOKED("access-revoked");

    private final String code;

    RegistryChange(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static RegistryChange of(String code) {
        return Coded.of(RegistryChange.class, code);
    }
}
