package org.paivand.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.merkle.Hash;

/** A name and a public key, in text {@code name+keyid+base64(type ‖ key)} (C2SP signed-note, Verifier keys). */
public final class VerifierKey {
    private static final byte[] NEWLINE = {'\n'};

    private final String name;
    private final SignatureType type;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, SignatureType type, byte[] raw) throws MalformedException {
        if (!KeyNames.isValid(name) || raw.length != Ed25519.KEY_BYTES) {
            throw new MalformedException("a verifier key has a name without spaces or plus, and 32 bytes");
        }
        this.name = name;
        this.type = type;
        this.raw = raw;
        try {
            this.key = Ed25519.publicKey(raw);
        } catch (GeneralSecurityException e) {
            throw new MalformedException("not an Ed25519 public key", e);
        }
    }

    /** A name that can not stand in a note, or a key of another kind, is an {@link IllegalArgumentException}. */
    public static VerifierKey of(String name, SignatureType type, PublicKey key) {
        try {
            return new VerifierKey(name, type, Ed25519.raw(key));
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /** The key id must be the one that name, type and key give. */
    public static VerifierKey parse(String text) throws MalformedException {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedException("a verifier key is name+keyid+key");
        }
        byte[] typed = Strict.base64(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES) {
            throw new MalformedException("a verifier key has a type and 32 bytes");
        }
        VerifierKey key = new VerifierKey(parts[0], type(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.keyIdHex().equals(parts[1])) {
            throw new MalformedException("the key id belongs to another key");
        }
        return key;
    }

    private static SignatureType type(byte identifier) throws MalformedException {
        for (SignatureType type : SignatureType.values()) {
            if (type.identifier() == identifier) {
                return type;
            }
        }
        throw new MalformedException("a kind of key that is not known here");
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    public int keyId() {
        return ByteBuffer.wrap(
                        Hash.sha256(name.getBytes(StandardCharsets.UTF_8), NEWLINE, new byte[] {type.identifier()}, raw)
                                .bytes())
                .getInt();
    }

    private String keyIdHex() {
        return HexFormat.of().toHexDigits(keyId());
    }

    public String text() {
        byte[] typed = ByteBuffer.allocate(1 + raw.length)
                .put(type.identifier())
                .put(raw)
                .array();
        return name + "+" + keyIdHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** Whether name and id are this key's: such a signature must verify, any other must be ignored. */
    public boolean claims(NoteSignature signature) {
        return signature.keyName().equals(name) && signature.keyId() == keyId();
    }

    /** Whether two keys are one behind different names or types; two votes of one key are one vote. */
    public boolean sameKeyAs(VerifierKey other) {
        return Arrays.equals(raw, other.raw);
    }

    /**
     * Every signature that {@link #claims claims} to be this key's must be true, and one at least must exist.
     *
     * @return when it was signed, for a {@link SignatureType#COSIGNATURE} the earliest time stated; the epoch for
     *     {@link SignatureType#ED25519}, which states none
     */
    public Instant verify(SignedNote note) throws InvalidSignatureException {
        Instant earliest = Instant.MAX;
        for (NoteSignature signature : note.signatures()) {
            if (claims(signature)) {
                Instant at = verify(note.text(), signature.signature());
                earliest = at.isBefore(earliest) ? at : earliest;
            }
        }
        if (earliest.equals(Instant.MAX)) {
            throw new InvalidSignatureException("not signed by " + name);
        }
        return earliest;
    }

    private Instant verify(String text, byte[] signature) throws InvalidSignatureException {
        if (type == SignatureType.ED25519) {
            check(text, signature);
            return Instant.EPOCH;
        }
        if (signature.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
            throw new InvalidSignatureException("a cosignature by " + name + " has another length");
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        if (seconds < 0 || seconds > Cosigner.LAST_SECOND) {
            throw new InvalidSignatureException("a cosignature by " + name + " states no plausible time");
        }
        check(Cosigner.message(seconds, text), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        return Instant.ofEpochSecond(seconds);
    }

    private void check(String message, byte[] signature) throws InvalidSignatureException {
        if (!Ed25519.verifies(key, message.getBytes(StandardCharsets.UTF_8), signature)) {
            throw new InvalidSignatureException("a false signature under the name of " + name);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
