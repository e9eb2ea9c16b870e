package org.paivand.audit.note;

/** The two kinds of key that this log knows (C2SP signed-note, Signature types). */
public enum SignatureType {
    /** Signs the note's text: the log itself. */
    ED25519(0x01),
    /** Signs a time and the note's text: a witness (C2SP tlog-cosignature). */
    COSIGNATURE(0x04);

    private final byte identifier;

    SignatureType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }
}
