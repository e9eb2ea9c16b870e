package org.paivand.webhook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.webhook.Receiver;
import org.paivand.webhook.WebhookAddress;
import org.paivand.webhook.WebhookSender;

@Timeout(60)
class HttpWebhookSenderTest {
    private static final Instant AT = Instant.ofEpochSecond(1614265330);

    @AutoClose
    private final Receiver receiver = new Receiver();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AutoClose
    private final HttpWebhookSender sender = new HttpWebhookSender(true, Duration.ofSeconds(2), clock);

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    private int send(String path) throws IOException {
        return sender.send(receiver.address(path), "id.1", AT, "v1,signature", "{\"a\":1}");
    }

    @Test
    void sendsTheEventWithItsThreeHeaders() throws Exception {
        assertEquals(204, send("/"));

        Receiver.Received received = receiver.take();
        assertEquals("{\"a\":1}", received.body());
        assertEquals("id.1", received.header("webhook-id"));
        assertEquals("1614265330", received.header("webhook-timestamp"));
        assertEquals("v1,signature", received.header("webhook-signature"));
        assertEquals("application/cloudevents+json; charset=UTF-8", received.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 302, 307, 400, 410, 429, 500, 503})
    void tellsTheAnswerAndGoesNowhereElse(int status) throws Exception {
        receiver.answers(status, "/elsewhere");

        assertEquals(status, send("/"));

        assertEquals("/", receiver.take().path());
        assertEquals(0, receiver.waiting());
    }

    @Test
    void waitsForNobodyLongerThanItsPatience() {
        receiver.hangs();

        assertTimeout(Duration.ofSeconds(10), () -> assertThrows(IOException.class, () -> send("/")));
    }

    @Test
    void endsWithAnAnswerThatComesByteByByte() {
        receiver.drips();

        assertTimeout(Duration.ofSeconds(10), () -> {
            try {
                assertEquals(200, send("/"));
            } catch (IOException gaveUp) {
                // Either is right: the status was there, or its patience ended first.
                assertEquals(1, receiver.waiting());
            }
        });
    }

    @Test
    void readsNoneOfAnAnswerWithoutAnEnd() {
        receiver.floods();

        assertTimeout(Duration.ofSeconds(10), () -> assertEquals(200, send("/")));
    }

    @Test
    void isToldWhenNobodyIsThere() throws Exception {
        WebhookAddress gone = receiver.address("/");
        receiver.close();

        assertThrows(IOException.class, () -> sender.send(gone, "id.1", AT, "v1,signature", "{}"));
    }

    /** Also if only one of several addresses is: the client would try them one after another. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1"})
    void connectsToNoNameThatLeadsIntoANetworkOfSomebodysOwn(String leadsTo) throws Exception {
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName(leadsTo)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (HttpWebhookSender careful = new HttpWebhookSender(names, false, Duration.ofSeconds(2), clock)) {
            assertThrows(
                    WebhookSender.ForbiddenAddressException.class,
                    () -> careful.send(
                            WebhookAddress.of("https://hooks.example.org/in", false),
                            "id.1",
                            AT,
                            "v1,signature",
                            "{}"));
        }
    }
}
