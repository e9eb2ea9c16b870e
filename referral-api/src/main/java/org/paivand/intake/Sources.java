package org.paivand.intake;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How much may be sent from one address in an hour. Many people may share one (a mobile operator's, a shelter's), so it is more
 * than one person needs. No address is kept: only a hash under a random key that nobody knows and that is another each hour.
 */
public final class Sources {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST_SOURCES = 20_000;

    private final int each;
    private final SecureRandom random;
    private final Map<String, Integer> sent = new HashMap<>();
    private byte[] key = new byte[0];
    private long hour = Long.MIN_VALUE;

    /** @param each how much may be sent from one address in an hour */
    public Sources(int each, SecureRandom random) {
        this.each = each;
        this.random = random;
    }

    /** Counts one; false if the address has none left in this hour. */
    public synchronized boolean admit(String address, Instant now) {
        begin(now);
        String source = hash(address);
        int before = Optional.ofNullable(sent.get(source)).orElse(0);
        if (before >= each) {
            return false;
        }
        if (before > 0 || sent.size() < MOST_SOURCES) {
            sent.put(source, before + 1);
        }
        return true;
    }

    private void begin(Instant now) {
        long current = now.getEpochSecond() / 3600;
        if (current != hour) {
            hour = current;
            sent.clear();
            key = new byte[KEY_BYTES];
            random.nextBytes(key);
        }
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, missing);
        }
    }
}
