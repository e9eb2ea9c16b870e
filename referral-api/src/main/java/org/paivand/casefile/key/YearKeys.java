package org.paivand.casefile.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One AES-256 key a year for openings and decision inputs, in files beside the case keys, each sealed by the keystore's
 * {@code evidence} key for its own year. Whoever destroys one has shredded what was sealed in that year, and no other.
 */
public final class YearKeys {
    private static final String ALGORITHM = "AES";
    private static final int KEY_BYTES = 32;
    private static final byte[] LABEL = "paivand-year-key/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final KeyFiles files;
    private final Keystore keystore;

    /** Refuses a directory that other users can enter or read. */
    public YearKeys(Path directory, Keystore keystore) throws KeysUnavailableException {
        try {
            this.files = new KeyFiles(directory);
        } catch (IOException e) {
            throw new KeysUnavailableException("the keys directory can't be used: " + directory, e);
        }
        this.keystore = keystore;
    }

    /** The year's key, made if there is none. Nodes that make it at once end with the same one. */
    SecretKey ofPresent(int year) throws KeysUnavailableException, BrokenSealException {
        Optional<SecretKey> known = of(year);
        if (known.isPresent()) {
            return known.get();
        }
        if (wasDestroyed(year)) {
            throw new KeysUnavailableException("the year's key was destroyed", new IllegalStateException());
        }
        byte[] raw = newKey();
        try {
            files.createOnce(fileName(year), Seal.seal(keystore.evidence(), wrapping(year), raw));
        } catch (IOException e) {
            throw new KeysUnavailableException("the year's key can't be stored", e);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
        return of(year).orElseThrow(
                        () -> new KeysUnavailableException("the year's key is gone", new IllegalStateException()));
    }

    /** Empty if it was destroyed, or never made. */
    Optional<SecretKey> of(int year) throws KeysUnavailableException, BrokenSealException {
        Optional<byte[]> wrapped;
        try {
            wrapped = files.read(fileName(year));
        } catch (IOException e) {
            throw new KeysUnavailableException("the year's key can't be read", e);
        }
        return wrapped.isPresent() ? Optional.of(unwrapped(year, wrapped.get())) : Optional.empty();
    }

    /**
     * Destroys the year's key, and sees to it that none is made for that year again. Returns when it is gone from the disk; a year
     * whose key is gone already is left as it is.
     */
    public void destroy(int year) throws KeysUnavailableException {
        try {
            files.createOnce(markName(year), new byte[0]);
            files.destroy(fileName(year));
        } catch (IOException e) {
            throw new KeysUnavailableException("the year's key can't be destroyed", e);
        }
    }

    private boolean wasDestroyed(int year) throws KeysUnavailableException {
        try {
            return files.read(markName(year)).isPresent();
        } catch (IOException e) {
            throw new KeysUnavailableException("the keys directory can't be read", e);
        }
    }

    private SecretKey unwrapped(int year, byte[] wrapped) throws BrokenSealException {
        byte[] raw = Seal.open(keystore.evidence(), wrapping(year), wrapped);
        try {
            if (raw.length != KEY_BYTES) {
                throw new BrokenSealException("not a year's key");
            }
            return new SecretKeySpec(raw, ALGORITHM);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static byte[] newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
            generator.init(8 * KEY_BYTES);
            return generator.generateKey().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no AES", e);
        }
    }

    private static byte[] wrapping(int year) {
        return ByteBuffer.allocate(LABEL.length + Integer.BYTES)
                .put(LABEL)
                .putInt(year)
                .array();
    }

    private static String fileName(int year) {
        return "evidence-" + year + ".key";
    }

    private static String markName(int year) {
        return "evidence-" + year + ".destroyed";
    }
}
