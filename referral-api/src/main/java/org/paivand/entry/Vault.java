package org.paivand.entry;

/** Seals what the log keeps beside its entries, so that a copy of the tables alone tells nobody anything. */
public interface Vault {
    /**
     * Seals with a fresh nonce.
     *
     * @param recordId {@code opening/<event id>} or {@code decision-input/<event id>}, bound into the ciphertext: opened
     *     under another id, it fails
     */
    byte[] seal(String recordId, byte[] plain);

    /** The same for what must be readable as long as there is a node: it is never shredded. */
    byte[] sealForGood(String recordId, byte[] plain);

    /** An altered ciphertext or another id is an {@link IllegalStateException}; a missing key a {@link NoVaultKeyException}. */
    byte[] open(String recordId, byte[] sealed);
}
