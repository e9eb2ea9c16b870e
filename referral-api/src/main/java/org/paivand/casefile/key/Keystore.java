package org.paivand.casefile.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * The node's own keys, from a PKCS#12 file made with the JDK's {@code keytool}: {@code master}, {@code evidence} and {@code token}
 * (AES-256 each). Of the first two there may be later generations, {@code master-2} and so on; they are seen without a new start.
 * The file may hold keys that sign the log too; those are read elsewhere.
 */
public final class Keystore {
    private static final int AES_256_BYTES = 32;

    private final Path file;
    private final char[] password;
    private volatile Content content;

    private record Stamp(Object modified, long bytes, Object identity) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        }
    }

    private record Content(Stamp stamp, Generations masters, Generations evidences, SecretKey token) {}

    private Keystore(Path file, char[] password, Content content) {
        this.file = file;
        this.password = password;
        this.content = content;
    }

    /** Reads all keys, so that a node whose keystore lacks one doesn't start. */
    public static Keystore load(Path file, char[] password) throws UnusableKeystoreException {
        char[] own = password.clone();
        return new Keystore(file, own, content(file, own));
    }

    /**
     * Reads the file again if it is another one than at the last reading.
     *
     * @throws KeysUnavailableException if it can't be read now; what was read before stays in use
     */
    void refresh() throws KeysUnavailableException {
        try {
            if (!Stamp.of(file).equals(content.stamp())) {
                content = content(file, password);
            }
        } catch (IOException | UnusableKeystoreException unusable) {
            throw new KeysUnavailableException("the keystore can't be read again", unusable);
        }
    }

    Generations masters() {
        return content.masters();
    }

    Generations evidences() {
        return content.evidences();
    }

    /** Whether there was ever a second generation of anything. */
    boolean isRotated() {
        return masters().newest() > Generations.FIRST || evidences().newest() > Generations.FIRST;
    }

    SecretKey token() {
        return content.token();
    }

    private static Content content(Path file, char[] password) throws UnusableKeystoreException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableKeystoreException("no keystore at " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            Stamp stamp = Stamp.of(file);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return new Content(
                    stamp,
                    generations(store, "master", password),
                    generations(store, "evidence", password),
                    secretKey(store, "token", password));
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableKeystoreException("not a PKCS#12 keystore of this password: " + file, e);
        }
    }

    /** The first generation may have been taken out, once nothing is sealed by it any more. */
    private static Generations generations(KeyStore store, String name, char[] password)
            throws UnusableKeystoreException, GeneralSecurityException {
        TreeMap<Integer, SecretKey> keys = new TreeMap<>();
        for (int number = Generations.FIRST; number <= Generations.LAST; number++) {
            String alias = number == Generations.FIRST ? name : name + "-" + number;
            if (store.containsAlias(alias)) {
                keys.put(number, secretKey(store, alias, password));
            } else if (!keys.isEmpty()) {
                break;
            }
        }
        if (keys.isEmpty()) {
            throw new UnusableKeystoreException("the keystore has no key named " + name);
        }
        return new Generations(keys);
    }

    private static SecretKey secretKey(KeyStore store, String alias, char[] password) throws UnusableKeystoreException {
        if (entry(store, alias, password) instanceof SecretKey key
                && "AES".equals(key.getAlgorithm())
                && key.getEncoded().length == AES_256_BYTES) {
            return key;
        }
        throw new UnusableKeystoreException("the keystore has no AES-256 key named " + alias);
    }

    private static Key entry(KeyStore store, String alias, char[] password) throws UnusableKeystoreException {
        try {
            Key key = store.getKey(alias, password);
            if (key == null) {
                throw new UnusableKeystoreException("the keystore has no key named " + alias);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new UnusableKeystoreException("the keystore's key can't be read: " + alias, e);
        }
    }
}
