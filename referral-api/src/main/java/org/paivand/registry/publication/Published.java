package org.paivand.registry.publication;

import org.paivand.disclosure.Sha256;

/** A signed note and the document it states; nobody changes their bytes. */
public final class Published {
    private final byte[] note;
    private final Sha256 sha256;
    private final byte[] document;

    Published(byte[] note, byte[] document) {
        this.note = note;
        this.sha256 = Sha256.digest(document);
        this.document = document;
    }

    public byte[] note() {
        return note;
    }

    /** Of the document. */
    public Sha256 sha256() {
        return sha256;
    }

    public byte[] document() {
        return document;
    }
}
