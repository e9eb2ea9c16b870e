package org.paivand.casefile;

/** Ciphertext, as it lies in a column; nothing can be read from it without a key. */
public final class Sealed {
    private final byte[] bytes;

    public Sealed(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "sealed, " + bytes.length + " bytes";
    }
}
