package org.paivand.federation.payload;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.Sha256;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;

/**
 * A plaintext with a salt of its own: the hash in the envelope tells nobody what it was, once both are destroyed. As bytes it is
 * 32 of salt, 4 of length (big-endian), the plaintext, and zeros up to the next multiple of 4096: its length tells little.
 */
public final class Payload {
    /** Of the plaintext. Attachments go apart. */
    public static final int MAX_BYTES = 256 << 10;

    static final int SALT = 32;
    static final int STEP = 4096;
    private static final int HEAD = SALT + Integer.BYTES;

    private final byte[] salt;
    private final byte[] plaintext;

    private Payload(byte[] salt, byte[] plaintext) {
        this.salt = salt;
        this.plaintext = plaintext;
    }

    public static Payload of(byte[] plaintext, SecureRandom random) {
        if (plaintext.length > MAX_BYTES) {
            throw new IllegalArgumentException("a plaintext has up to " + MAX_BYTES + " bytes");
        }
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new Payload(salt, plaintext.clone());
    }

    byte[] padded() {
        int steps = (HEAD + plaintext.length + STEP - 1) / STEP;
        return ByteBuffer.allocate(steps * STEP)
                .put(salt)
                .putInt(plaintext.length)
                .put(plaintext)
                .array();
    }

    /** @throws RefusedException {@code padding-refused} where {@link #padded} wouldn't write just these bytes */
    static Payload unpad(byte[] padded) throws RefusedException {
        if (padded.length < STEP) {
            throw new RefusedException(Refusal.PADDING_REFUSED);
        }
        ByteBuffer bytes = ByteBuffer.wrap(padded);
        byte[] salt = new byte[SALT];
        bytes.get(salt);
        int length = bytes.getInt();
        if (length < 0 || length > MAX_BYTES || length > bytes.remaining()) {
            throw new RefusedException(Refusal.PADDING_REFUSED);
        }
        byte[] plaintext = new byte[length];
        bytes.get(plaintext);
        Payload payload = new Payload(salt, plaintext);
        if (!Arrays.equals(padded, payload.padded())) {
            throw new RefusedException(Refusal.PADDING_REFUSED);
        }
        return payload;
    }

    public byte[] plaintext() {
        return plaintext.clone();
    }

    /** SHA-256(salt ‖ plaintext). */
    public Sha256 pt() {
        return Sha256.of(Hash.sha256(salt, plaintext).hex());
    }
}
