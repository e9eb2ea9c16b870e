package org.paivand.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;

/** 32 bytes of SHA-256. */
public final class Hash {
    public static final int BYTES = 32;

    /** One digest a thread: making one takes as long as hashing a node. Always left empty. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::newSha256);

    /** The root of the empty tree (RFC 9162 §2.1.1): SHA-256 of nothing. */
    public static final Hash EMPTY = sha256();

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final byte[] bytes;

    private Hash(byte[] owned) {
        this.bytes = owned;
    }

    /** Copies exactly 32 bytes; any other number is an {@link IllegalArgumentException}. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /** The hash in {@code source[offset..offset+32)}. */
    public static Hash at(byte[] source, int offset) {
        return of(Arrays.copyOfRange(source, offset, offset + BYTES));
    }

    /** SHA-256 over the parts laid end to end. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** RFC 9162 §2.1.1: SHA-256(0x00 ‖ data). */
    public static Hash leaf(byte[] data) {
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF);
        return new Hash(digest.digest(data));
    }

    /** RFC 9162 §2.1.1: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = DIGEST.get();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** 64 lower-case hexadecimal digits. */
    public static Hash fromHex(String text) throws MalformedException {
        if (text.length() != 2 * BYTES) {
            throw new MalformedException("a hash has 64 hexadecimal digits");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                throw new MalformedException("not a lower-case hexadecimal digit");
            }
        }
        return new Hash(HexFormat.of().parseHex(text));
    }

    /** 44 characters of canonical standard base64. */
    public static Hash fromBase64(String text) throws MalformedException {
        if (text.length() != 44) {
            throw new MalformedException("a hash has 44 characters of base64");
        }
        byte[] bytes = Strict.base64(text);
        if (bytes.length != BYTES) {
            throw new MalformedException("a hash has 32 bytes");
        }
        return new Hash(bytes);
    }

    /** A digest for input that arrives in pieces; give what {@code digest()} returns to {@link #of}. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
