package org.paivand.casefile.key;

import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;

/** One AES-256 key a case. Whoever destroys it has erased the case, whatever backups of the database remain. */
public interface CaseKeys {

    /** Makes the key of a new case; a case that has one keeps it and the call fails as a bug. */
    void create(CaseId caseId) throws KeysUnavailableException;

    /**
     * Seals one section for its own row. The bytes are {@code 0x01} ‖ nonce (12) ‖ ciphertext ‖ tag (16); they open
     * only under the same case, category and version.
     *
     * @param version the section's version, from 1; sealing two texts under one version is the caller's fault
     */
    byte[] seal(CaseId caseId, Category category, long version, byte[] plain)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException;

    /** Opens one section of {@code use}'s category; a section of another category is a broken seal. */
    byte[] open(KeyUse use, CaseId caseId, long version, byte[] sealed)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException;

    /**
     * As a section, for what is kept by referral: it opens only under the same referral, too.
     *
     * @param owner the referral's id
     */
    byte[] seal(CaseId caseId, Category category, UUID owner, long version, byte[] plain)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException;

    /** Opens what that referral keeps of {@code use}'s category. */
    byte[] open(KeyUse use, CaseId caseId, UUID owner, long version, byte[] sealed)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException;

    /**
     * Seals what isn't a section but must be erased with the case; it opens only as the same secret of the same owner.
     *
     * @param owner the id of the row that holds it
     */
    byte[] seal(CaseId caseId, CaseSecret secret, UUID owner, byte[] plain)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException;

    /** Opens a secret; for one that tells something about a person, the caller asks for the permission. */
    byte[] open(CaseId caseId, CaseSecret secret, UUID owner, byte[] sealed)
            throws NoCaseKeyException, BrokenSealException, KeysUnavailableException;

    /** Erases the case for good. Returns when the key is gone from the disk; repeated, it changes nothing. */
    void destroy(CaseId caseId) throws KeysUnavailableException;

    /** Every case whose key was destroyed, whatever the database knows of it; a key that is merely missing isn't one. */
    Set<CaseId> destroyed() throws KeysUnavailableException;
}
