package org.paivand.registry.node;

import org.paivand.disclosure.Coded;

/** What a node's key is for; a key has one use. */
public enum KeyUse implements Coded {
    /** ES256 on P-256. */
    ENVELOPE_SIGNING("envelope-signing"),
    /** ECDH-ES on P-256. */
    ENVELOPE_ENCRYPTION("envelope-encryption"),
    /** Ed25519, as a C2SP verifier key under the node's log origin. */
    LOG("log");

    private final String code;

    KeyUse(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static KeyUse of(String code) {
        return Coded.of(KeyUse.class, code);
    }
}
