package org.paivand.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"https://hooks.example.org/in", "https://example.org", "https://a-b.example.org:8443/x?y=z"})
    void isHttpsAtAHostWithAName(String address) {
        assertEquals(address, WebhookAddress.of(address, false).uri().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.org",
                "http://hooks.example.org/in",
                "ftp://hooks.example.org/in",
                "file:///etc/passwd",
                "https:///in",
                "https://localhost/in",
                "https://127.0.0.1/in",
                "https://2130706433/in",
                "https://0x7f.1/in",
                "https://[::1]/in",
                "https://10.0.0.1/in",
                "https://somebody@hooks.example.org/in",
                "https://somebody:word@hooks.example.org/in",
                "https://hooks.example.org/in#part",
                "https://hooks.example.org/in\r\nx: y",
                "https://hooks.example.org/ in",
                "https://-hooks.example.org/in",
                "https://hooks..example.org/in",
                "https://hooks.example.1/in",
                "http://127.0.0.1:8080/in"
            })
    void isNothingElse(String address) {
        assertThrows(IllegalArgumentException.class, () -> WebhookAddress.of(address, false));
    }

    @Test
    void isNoLongerThanThreeHundredCharacters() {
        String long300 = "https://hooks.example.org/" + "a".repeat(274);

        assertEquals(300, WebhookAddress.of(long300, false).uri().toString().length());
        assertThrows(IllegalArgumentException.class, () -> WebhookAddress.of(long300 + "a", false));
    }

    @Test
    void isThisMachineForTrialsAlone() {
        assertEquals(
                "http://127.0.0.1:8080/in",
                WebhookAddress.of("http://127.0.0.1:8080/in", true).uri().toString());
        for (String other :
                new String[] {"http://127.0.0.2:8080/in", "http://localhost/in", "http://hooks.example.org"}) {
            assertThrows(IllegalArgumentException.class, () -> WebhookAddress.of(other, true));
        }
    }
}
