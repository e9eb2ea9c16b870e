package org.paivand.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What node and receiver alone know; signs as Standard Webhooks 1.0.0 lays down (HMAC-SHA256, {@code v1}). */
public final class WebhookSecret {
    private static final int BYTES = 32;
    private static final int FEWEST = 24;
    private static final int MOST = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;

    /** @param bytes 24 to 64, as the specification has it */
    public WebhookSecret(byte[] bytes) {
        if (bytes.length < FEWEST || bytes.length > MOST) {
            throw new IllegalArgumentException("a secret of another length");
        }
        this.bytes = bytes.clone();
    }

    static WebhookSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** As the receiver's library takes it: {@code whsec_} and base64. */
    public String shown() {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The header {@code webhook-signature}.
     *
     * @param id the header {@code webhook-id}
     * @param at the header {@code webhook-timestamp}, in whole seconds
     */
    public String sign(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "secret";
    }
}
