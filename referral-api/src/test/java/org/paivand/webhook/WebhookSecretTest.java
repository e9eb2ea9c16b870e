package org.paivand.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    /** The vector that the specification's own libraries are tested with. */
    @Test
    void signsAsStandardWebhooksDoes() {
        WebhookSecret secret = new WebhookSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}"));
        assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret.shown());
    }

    @Test
    void signsEachIdInstantAndBodyDifferently() {
        WebhookSecret secret = WebhookSecret.random(new SecureRandom());
        Instant at = Instant.ofEpochSecond(1614265330);
        String signature = secret.sign("a", at, "b");

        for (String other : new String[] {
            secret.sign("c", at, "b"),
            secret.sign("a", at.plusSeconds(1), "b"),
            secret.sign("a", at, "c"),
            WebhookSecret.random(new SecureRandom()).sign("a", at, "b")
        }) {
            assertFalse(signature.equals(other));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 65})
    void isOfTheSpecificationsLength(int bytes) {
        assertThrows(IllegalArgumentException.class, () -> new WebhookSecret(new byte[bytes]));
    }

    @Test
    void keepsItselfOutOfEveryText() {
        assertEquals("secret", WebhookSecret.random(new SecureRandom()).toString());
    }
}
