package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over one piece of data: format version {@code 0x01} ‖ 96-bit nonce ‖ ciphertext ‖ 128-bit tag
 * (NIST SP 800-38D). The additional data says for which place the bytes were sealed; they open nowhere else.
 */
final class Seal {

    static final byte FORMAT_VERSION = 1;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] seal(SecretKey key, byte[] additionalData, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, additionalData).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORMAT_VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM can't seal with AES-256-GCM", e);
        }
    }

    static byte[] open(SecretKey key, byte[] additionalData, byte[] sealed) throws BrokenSealException {
        if (sealed.length < OVERHEAD_BYTES) {
            throw new BrokenSealException("too short to be sealed");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (in.get() != FORMAT_VERSION) {
            throw new BrokenSealException("sealed in an unknown format");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] body = new byte[in.remaining()];
        in.get(body);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, additionalData).doFinal(body);
        } catch (AEADBadTagException e) {
            throw new BrokenSealException("not sealed by this key for this place", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM can't open AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] additionalData)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(additionalData);
        return cipher;
    }
}
