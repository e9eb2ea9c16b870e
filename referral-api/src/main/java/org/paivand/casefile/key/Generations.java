package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * The generations of one key, by number from 1. The newest seals, each opens what it sealed. The first generation's bytes are a
 * plain {@link Seal}; those of a later one are {@code 0x03} ‖ its number (two bytes) ‖ {@link Seal}.
 */
final class Generations {
    static final int FIRST = 1;
    static final int LAST = Short.MAX_VALUE;

    private static final byte NUMBERED = 3;
    private static final int HEAD_BYTES = 1 + Short.BYTES;

    private final TreeMap<Integer, SecretKey> keys;

    /** @throws IllegalArgumentException if there is none */
    Generations(Map<Integer, SecretKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key has at least one generation");
        }
        this.keys = new TreeMap<>(keys);
    }

    int newest() {
        return keys.lastKey();
    }

    SecretKey newestKey() {
        return keys.lastEntry().getValue();
    }

    boolean has(int number) {
        return keys.containsKey(number);
    }

    byte[] seal(byte[] place, byte[] plain) {
        byte[] sealed = Seal.seal(newestKey(), place, plain);
        if (newest() == FIRST) {
            return sealed;
        }
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(NUMBERED)
                .putShort((short) newest())
                .put(sealed)
                .array();
    }

    byte[] open(byte[] place, byte[] sealed) throws BrokenSealException {
        Optional<SecretKey> key = Optional.ofNullable(keys.get(number(sealed)));
        return Seal.open(
                key.orElseThrow(() -> new BrokenSealException("sealed by a generation that the keystore lacks")),
                place,
                body(sealed));
    }

    /** Which generation the bytes say they are of. */
    static int number(byte[] sealed) {
        return isNumbered(sealed) ? ByteBuffer.wrap(sealed).getShort(1) : FIRST;
    }

    private static byte[] body(byte[] sealed) {
        if (!isNumbered(sealed)) {
            return sealed;
        }
        byte[] body = new byte[sealed.length - HEAD_BYTES];
        System.arraycopy(sealed, HEAD_BYTES, body, 0, body.length);
        return body;
    }

    private static boolean isNumbered(byte[] sealed) {
        return sealed.length >= HEAD_BYTES && sealed[0] == NUMBERED;
    }
}
