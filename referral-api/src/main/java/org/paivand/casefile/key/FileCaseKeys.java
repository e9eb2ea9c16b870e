package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;

/**
 * Case keys as files, one a case, each wrapped by the {@code master} key for its own case. The directory
 * belongs neither in the database nor in its backups: a restored copy of it would undo every erasure since. Beside them an
 * empty file stays for each case whose key was destroyed, by which a restored database is known to hold it wrongly.
 */
public final class FileCaseKeys implements CaseKeys {

    private static final byte[] LABEL = "paivand-case-key/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String SUFFIX = ".key";
    private static final String DESTROYED = ".destroyed";

    private final WrappedKeys keys;

    /** Creates the directory with mode 700 if it is missing, and refuses one that other users can enter or read. */
    public FileCaseKeys(Path directory, KeyWrapping wrapping) throws KeysUnavailableException {
        this.keys = new WrappedKeys(directory, wrapping);
    }

    @Override
    public void create(CaseId caseId) throws KeysUnavailableException {
        keys.create(fileName(caseId), place(caseId));
    }

    @Override
    public byte[] seal(CaseId caseId, Category category, long version, byte[] plain)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        return Seal.seal(key(caseId), place(caseId, category, Optional.empty(), version), plain);
    }

    @Override
    public byte[] open(KeyUse use, CaseId caseId, long version, byte[] sealed)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        return Seal.open(key(caseId), place(caseId, use.category(), Optional.empty(), version), sealed);
    }

    @Override
    public byte[] seal(CaseId caseId, Category category, UUID owner, long version, byte[] plain)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        return Seal.seal(key(caseId), place(caseId, category, Optional.of(owner), version), plain);
    }

    @Override
    public byte[] open(KeyUse use, CaseId caseId, UUID owner, long version, byte[] sealed)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        return Seal.open(key(caseId), place(caseId, use.category(), Optional.of(owner), version), sealed);
    }

    private static byte[] place(CaseId caseId, Category category, Optional<UUID> owner, long version) {
        return new SectionPlace(caseId, category, owner, version).additionalData();
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
        keys.mark(caseId.value() + DESTROYED);
        keys.destroy(fileName(caseId));
        keys.destroy(ConsentMarks.fileName(caseId));
    }

    @Override
    public Set<CaseId> destroyed() throws KeysUnavailableException {
        return keys.names().stream()
                .filter(name -> name.endsWith(DESTROYED))
                .flatMap(name -> caseOf(name, DESTROYED).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private SecretKey key(CaseId caseId) throws NoCaseKeyException, BrokenSealException, KeysUnavailableException {
        return keys.read(fileName(caseId), place(caseId)).orElseThrow(NoCaseKeyException::new);
    }

    /** Wraps each case's key by the newest master key, one after the other; cases stay readable throughout. */
    int rewrap() throws KeysUnavailableException {
        return keys.rewrap(FileCaseKeys::placeOf);
    }

    private static Optional<byte[]> placeOf(String fileName) {
        return caseOf(fileName, SUFFIX).map(FileCaseKeys::place);
    }

    private static Optional<CaseId> caseOf(String fileName, String suffix) {
        try {
            return Optional.of(new CaseId(UUID.fromString(fileName.replace(suffix, ""))));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static byte[] place(CaseId caseId) {
        byte[] id = caseId.bytes();
        return ByteBuffer.allocate(LABEL.length + id.length).put(LABEL).put(id).array();
    }

    private static String fileName(CaseId caseId) {
        return caseId.value() + SUFFIX;
    }
}
