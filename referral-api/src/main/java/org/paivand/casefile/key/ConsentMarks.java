package org.paivand.casefile.key;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseId;

/**
 * What the node remembers outside the database of how far each case's consents had come: a small file beside the case's key, by which a
 * database that lost its end is known to lack a withdrawal. Whoever destroys the key of a case takes this with it.
 */
public final class ConsentMarks {
    static final String SUFFIX = ".consents";

    private final KeyFiles files;

    /** Refuses a directory that other users can enter or read. */
    public ConsentMarks(Path directory) throws KeysUnavailableException {
        try {
            this.files = new KeyFiles(directory);
        } catch (IOException e) {
            throw new KeysUnavailableException("the keys directory can't be used: " + directory, e);
        }
    }

    /** Empty for a case of which no consent was marked. */
    public Optional<ConsentMark> of(CaseId caseId) throws KeysUnavailableException, BrokenSealException {
        try {
            Optional<byte[]> content = files.read(fileName(caseId));
            return content.isPresent() ? Optional.of(ConsentMark.parse(content.get())) : Optional.empty();
        } catch (IOException e) {
            throw new KeysUnavailableException("a mark of consents can't be read", e);
        }
    }

    /**
     * Puts another mark in the place of the one that is expected there. On disk, whole, when this returns.
     *
     * @param next empty takes the mark away
     * @return false if something else is there
     */
    public boolean replace(CaseId caseId, Optional<ConsentMark> expected, Optional<ConsentMark> next)
            throws KeysUnavailableException {
        try {
            return files.swap(fileName(caseId), expected.map(ConsentMark::bytes), next.map(ConsentMark::bytes));
        } catch (IOException e) {
            throw new KeysUnavailableException("a mark of consents can't be stored", e);
        }
    }

    /**
     * Puts a mark whatever is there, readable or not.
     *
     * @param next empty takes the mark away
     */
    public void put(CaseId caseId, Optional<ConsentMark> next) throws KeysUnavailableException {
        try {
            Optional<byte[]> found;
            do {
                found = files.read(fileName(caseId));
            } while (!files.swap(fileName(caseId), found, next.map(ConsentMark::bytes)));
        } catch (IOException e) {
            throw new KeysUnavailableException("a mark of consents can't be stored", e);
        }
    }

    /** Every case that has a mark, whatever the database knows of it. */
    public Set<CaseId> marked() throws KeysUnavailableException {
        try {
            return files.names().stream()
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .flatMap(id -> caseOf(id).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new KeysUnavailableException("the marks of consents can't be listed", e);
        }
    }

    private static Optional<CaseId> caseOf(String id) {
        try {
            return Optional.of(new CaseId(UUID.fromString(id)));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    static String fileName(CaseId caseId) {
        return caseId.value() + SUFFIX;
    }
}
