package org.paivand.audit.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;

/** One signature line: who claims to have signed, and with what result. Says nothing about validity. */
public final class NoteSignature {
    private static final String PREFIX = "\u2014 ";
    private static final int KEY_ID_BYTES = 4;

    private final String keyName;
    private final int keyId;
    private final byte[] signature;

    public NoteSignature(String keyName, int keyId, byte[] signature) {
        if (!KeyNames.isValid(keyName) || signature.length == 0) {
            throw new IllegalArgumentException("a signature has a key name and at least one byte");
        }
        this.keyName = keyName;
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** Reads a line without its newline. */
    static NoteSignature parse(String line) throws MalformedException {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(PREFIX) || space < PREFIX.length()) {
            throw new MalformedException("not a signature line");
        }
        String name = line.substring(PREFIX.length(), space);
        byte[] blob = Strict.base64(line.substring(space + 1));
        if (!KeyNames.isValid(name) || blob.length <= KEY_ID_BYTES) {
            throw new MalformedException("a signature line has a key name, a key id and a signature");
        }
        return new NoteSignature(
                name, ByteBuffer.wrap(blob).getInt(), Arrays.copyOfRange(blob, KEY_ID_BYTES, blob.length));
    }

    public String keyName() {
        return keyName;
    }

    /** The first four bytes, big-endian; an identifier, not a fingerprint. */
    public int keyId() {
        return keyId;
    }

    /** What follows the key id; for a cosignature the timestamp is part of it. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The line as it stands in a note, with its newline. */
    public String line() {
        byte[] blob = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return PREFIX + keyName + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyName.equals(that.keyName)
                && keyId == that.keyId
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * keyName.hashCode() + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "signature by " + keyName;
    }
}
