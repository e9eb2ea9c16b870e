package org.paivand.audit.note;

/** Whoever holds a log's private key: a key file, a KMS, an HSM. */
public interface NoteSigner {
    VerifierKey verifierKey();

    /** Signs a text that ends in a newline. */
    NoteSignature sign(String text) throws SignerUnavailableException;
}
