package org.paivand.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only the node knows of an address; from it come the code that confirms it and the word that ends it. */
public final class MailKey {
    /** How long a key is. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    /** Crockford's, which has no letter that is taken for a digit. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LETTERS = 8;
    private static final int WORD_BYTES = 16;

    private final byte[] bytes;

    /** @param bytes {@link #BYTES} of them */
    public MailKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key of another length");
        }
        this.bytes = bytes.clone();
    }

    static MailKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new MailKey(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** What is sent to an address and typed in by whoever has it: 40 bits, which can't be found in the few tries there are. */
    public String code() {
        byte[] hash = derive("code");
        StringBuilder code = new StringBuilder(CODE_LETTERS);
        for (int i = 0; i < CODE_LETTERS; i++) {
            code.append(LETTERS.charAt(hash[i] & 31));
        }
        return code.toString();
    }

    /** What stands in the address by which a reader ends it: 128 bits. */
    public String word() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(derive("word"), WORD_BYTES));
    }

    /** Takes as long whatever the text is. */
    boolean hasCode(String text) {
        return same(code(), text);
    }

    /** Takes as long whatever the text is. */
    boolean hasWord(String text) {
        return same(word(), text);
    }

    private static boolean same(String known, String text) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }

    @Override
    public String toString() {
        return "the key of a mail address";
    }
}
