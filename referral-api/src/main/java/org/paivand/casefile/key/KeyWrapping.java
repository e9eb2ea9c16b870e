package org.paivand.casefile.key;

/** Wraps the keys of cases and of years. What a key management service or a device would do stands behind this. */
public interface KeyWrapping {
    /**
     * @param place what the key is of; it unwraps for nothing else
     * @param raw 32 bytes, cleared by the caller
     */
    byte[] wrap(byte[] place, byte[] raw) throws KeysUnavailableException;

    /**
     * @throws BrokenSealException if this was not wrapped here for that place
     * @throws KeysUnavailableException if the key that wrapped it can't be reached now
     */
    byte[] unwrap(byte[] place, byte[] wrapped) throws BrokenSealException, KeysUnavailableException;

    /** Whether wrapping it again would change the wrapping key; true for the newest. */
    boolean isNewest(byte[] wrapped);
}
