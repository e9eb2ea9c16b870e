package org.paivand.casefile.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;

/**
 * Case keys as files, one a case, each sealed by the keystore's {@code master} key for its own case. The directory
 * belongs neither in the database nor in its backups: a restored copy of it would undo every erasure since.
 */
public final class FileCaseKeys implements CaseKeys {

    private static final String ALGORITHM = "AES";
    private static final int KEY_BYTES = 32;
    private static final byte[] LABEL = "paivand-case-key/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final KeyFiles files;
    private final Keystore keystore;

    /** Creates the directory with mode 700 if it is missing, and refuses one that other users can enter or read. */
    public FileCaseKeys(Path directory, Keystore keystore) throws KeysUnavailableException {
        try {
            this.files = new KeyFiles(directory);
        } catch (IOException e) {
            throw new KeysUnavailableException("the keys directory can't be used: " + directory, e);
        }
        this.keystore = keystore;
    }

    @Override
    public void create(CaseId caseId) throws KeysUnavailableException {
        byte[] raw = newKey().getEncoded();
        try {
            files.create(fileName(caseId), Seal.seal(keystore.master(), wrapping(caseId), raw));
        } catch (IOException e) {
            throw new KeysUnavailableException("the case's key can't be stored", e);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    @Override
    public byte[] seal(CaseId caseId, Category category, long version, byte[] plain)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        SectionPlace place = new SectionPlace(caseId, category, version);
        return Seal.seal(key(caseId), place.additionalData(), plain);
    }

    @Override
    public byte[] open(KeyUse use, CaseId caseId, long version, byte[] sealed)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        SectionPlace place = new SectionPlace(caseId, use.category(), version);
        return Seal.open(key(caseId), place.additionalData(), sealed);
    }

    @Override
    public byte[] seal(CaseId caseId, CaseSecret secret, UUID owner, byte[] plain)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        return Seal.seal(key(caseId), new SecretPlace(caseId, secret, owner).additionalData(), plain);
    }

    @Override
    public byte[] open(CaseId caseId, CaseSecret secret, UUID owner, byte[] sealed)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        return Seal.open(key(caseId), new SecretPlace(caseId, secret, owner).additionalData(), sealed);
    }

    @Override
    public void destroy(CaseId caseId) throws KeysUnavailableException {
        try {
            files.destroy(fileName(caseId));
        } catch (IOException e) {
            throw new KeysUnavailableException("the case's key can't be destroyed", e);
        }
    }

    private SecretKey key(CaseId caseId) throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        byte[] wrapped;
        try {
            wrapped = files.read(fileName(caseId)).orElseThrow(NoCaseKeyException::new);
        } catch (IOException e) {
            throw new KeysUnavailableException("the case's key can't be read", e);
        }
        byte[] raw = Seal.open(keystore.master(), wrapping(caseId), wrapped);
        try {
            if (raw.length != KEY_BYTES) {
                throw new BrokenSealException("not a case key");
            }
            return new SecretKeySpec(raw, ALGORITHM);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static SecretKey newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
            generator.init(8 * KEY_BYTES);
            return generator.generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no AES", e);
        }
    }

    private static byte[] wrapping(CaseId caseId) {
        byte[] id = caseId.bytes();
        return ByteBuffer.allocate(LABEL.length + id.length).put(LABEL).put(id).array();
    }

    private static String fileName(CaseId caseId) {
        return caseId.value() + ".key";
    }
}
