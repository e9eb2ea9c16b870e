package org.paivand.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;

/** A log's Ed25519 key in this process. */
public final class PrivateKeySigner implements NoteSigner {
    private final VerifierKey verifierKey;
    private final PrivateKey privateKey;

    /** Names the key by the origin of the log. */
    public PrivateKeySigner(String name, PublicKey publicKey, PrivateKey privateKey) {
        this.verifierKey = VerifierKey.of(name, SignatureType.ED25519, publicKey);
        this.privateKey = privateKey;
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public NoteSignature sign(String text) throws SignerUnavailableException {
        if (!SignedNote.isNoteText(text)) {
            throw new IllegalArgumentException("not the text of a note");
        }
        try {
            byte[] signature = Ed25519.sign(privateKey, text.getBytes(StandardCharsets.UTF_8));
            return new NoteSignature(verifierKey.name(), verifierKey.keyId(), signature);
        } catch (GeneralSecurityException e) {
            throw new SignerUnavailableException("the key of " + verifierKey.name() + " can't be used", e);
        }
    }
}
