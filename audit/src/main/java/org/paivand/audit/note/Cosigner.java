package org.paivand.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;

/**
 * A witness's Ed25519 key in this process (C2SP tlog-cosignature, cosignature/v1). The caller has verified consistency
 * with everything this key signed before: the signature states exactly that.
 */
public final class Cosigner {
    /** 9999-12-31T23:59:59Z. */
    static final long LAST_SECOND = 253_402_300_799L;

    private final VerifierKey verifierKey;
    private final PrivateKey privateKey;

    public Cosigner(String name, PublicKey publicKey, PrivateKey privateKey) {
        this.verifierKey = VerifierKey.of(name, SignatureType.COSIGNATURE, publicKey);
        this.privateKey = privateKey;
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** States that {@code now}, cut to whole seconds, this is the largest consistent tree seen. */
    public NoteSignature cosign(String text, Instant now) throws SignerUnavailableException {
        long seconds = now.getEpochSecond();
        if (!SignedNote.isNoteText(text) || seconds < 0 || seconds > LAST_SECOND) {
            throw new IllegalArgumentException("not the text of a note, or no plausible time");
        }
        try {
            byte[] signature = Ed25519.sign(privateKey, message(seconds, text).getBytes(StandardCharsets.UTF_8));
            byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                    .putLong(seconds)
                    .put(signature)
                    .array();
            return new NoteSignature(verifierKey.name(), verifierKey.keyId(), timestamped);
        } catch (GeneralSecurityException e) {
            throw new SignerUnavailableException("the key of " + verifierKey.name() + " can't be used", e);
        }
    }

    static String message(long seconds, String text) {
        return "cosignature/v1\ntime " + seconds + "\n" + text;
    }
}
