package org.paivand.casefile.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 keys in files, each wrapped for its own place. Not a byte of them is kept in memory between two uses. */
final class WrappedKeys {
    private static final String ALGORITHM = "AES";
    private static final int KEY_BYTES = 32;

    private final KeyFiles files;
    private final KeyWrapping wrapping;

    /** Creates the directory with mode 700 if it is missing, and refuses one that other users can enter or read. */
    WrappedKeys(Path directory, KeyWrapping wrapping) throws KeysUnavailableException {
        try {
            this.files = new KeyFiles(directory);
        } catch (IOException e) {
            throw new KeysUnavailableException("the keys directory can't be used: " + directory, e);
        }
        this.wrapping = wrapping;
    }

    /** Makes a key under a name that must be free. */
    void create(String name, byte[] place) throws KeysUnavailableException {
        try {
            files.create(name, fresh(place));
        } catch (IOException e) {
            throw new KeysUnavailableException("a key can't be stored", e);
        }
    }

    /** Makes a key unless another was made before, or is at this moment. */
    void createOnce(String name, byte[] place) throws KeysUnavailableException {
        try {
            files.createOnce(name, fresh(place));
        } catch (IOException e) {
            throw new KeysUnavailableException("a key can't be stored", e);
        }
    }

    /** Whoever reads while it is wrapped again may meet what is being overwritten, and so reads once more. */
    Optional<SecretKey> read(String name, byte[] place) throws KeysUnavailableException, BrokenSealException {
        Optional<byte[]> wrapped = wrapped(name);
        while (wrapped.isPresent()) {
            try {
                return Optional.of(key(place, wrapped.get()));
            } catch (BrokenSealException broken) {
                Optional<byte[]> again = wrapped(name);
                if (again.isPresent() && Arrays.equals(again.get(), wrapped.get())) {
                    throw broken;
                }
                wrapped = again;
            }
        }
        return Optional.empty();
    }

    /** Leaves an empty file of that name, for ever. */
    void mark(String name) throws KeysUnavailableException {
        try {
            files.createOnce(name, new byte[0]);
        } catch (IOException e) {
            throw new KeysUnavailableException("a mark can't be stored", e);
        }
    }

    boolean isMarked(String name) throws KeysUnavailableException {
        return wrapped(name).isPresent();
    }

    List<String> names() throws KeysUnavailableException {
        try {
            return files.names();
        } catch (IOException e) {
            throw new KeysUnavailableException("the keys can't be listed", e);
        }
    }

    void destroy(String name) throws KeysUnavailableException {
        try {
            files.destroy(name);
        } catch (IOException e) {
            throw new KeysUnavailableException("a key can't be destroyed", e);
        }
    }

    /**
     * Wraps again by the newest wrapping key what another one wrapped, and overwrites that. A key that is destroyed meanwhile stays so,
     * and one that can't be unwrapped stays as it is.
     *
     * @param place of a file's name, empty for files of others
     * @return how many were wrapped again
     */
    int rewrap(Function<String, Optional<byte[]>> place) throws KeysUnavailableException {
        int done = 0;
        try {
            for (String name : files.names()) {
                Optional<byte[]> known = place.apply(name);
                if (known.isPresent() && rewrap(name, known.get())) {
                    done++;
                }
            }
        } catch (IOException e) {
            throw new KeysUnavailableException("a key can't be wrapped again", e);
        }
        return done;
    }

    private boolean rewrap(String name, byte[] place) throws IOException, KeysUnavailableException {
        Optional<byte[]> wrapped = files.read(name);
        if (wrapped.isEmpty() || wrapping.isNewest(wrapped.get())) {
            return false;
        }
        byte[] raw;
        try {
            raw = wrapping.unwrap(place, wrapped.get());
        } catch (BrokenSealException foreign) {
            return false;
        }
        try {
            return files.replace(name, wrapped.get(), wrapping.wrap(place, raw));
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private Optional<byte[]> wrapped(String name) throws KeysUnavailableException {
        try {
            return files.read(name);
        } catch (IOException e) {
            throw new KeysUnavailableException("a key can't be read", e);
        }
    }

    private byte[] fresh(byte[] place) throws KeysUnavailableException {
        byte[] raw = random();
        try {
            return wrapping.wrap(place, raw);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private SecretKey key(byte[] place, byte[] wrapped) throws BrokenSealException, KeysUnavailableException {
        byte[] raw = wrapping.unwrap(place, wrapped);
        try {
            if (raw.length != KEY_BYTES) {
                throw new BrokenSealException("not a key of 256 bits");
            }
            return new SecretKeySpec(raw, ALGORITHM);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static byte[] random() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
            generator.init(8 * KEY_BYTES);
            return generator.generateKey().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no AES", e);
        }
    }
}
