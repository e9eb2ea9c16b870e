package org.paivand.webhook.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.paivand.webhook.WebhookAddress;
import org.paivand.webhook.WebhookSender;

/**
 * Sends with Apache's client, which connects to the very addresses that its resolver was given: a name that leads elsewhere a
 * moment later changes nothing. No redirect, no proxy of the environment, no cookie, and nothing of an answer but its status is read.
 */
public final class HttpWebhookSender implements WebhookSender, AutoCloseable {
    private static final ContentType CLOUD_EVENT =
            ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService clock;
    private final Duration patience;

    /**
     * @param loopback whether 127.0.0.1 may be sent to, for trials
     * @param patience for all of one call
     * @param clock ends calls that take longer
     */
    public HttpWebhookSender(boolean loopback, Duration patience, ScheduledExecutorService clock) {
        this(SystemDefaultDnsResolver.INSTANCE, loopback, patience, clock);
    }

    HttpWebhookSender(DnsResolver names, boolean loopback, Duration patience, ScheduledExecutorService clock) {
        this.patience = patience;
        this.clock = clock;
        Timeout most = Timeout.of(patience);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicNames(names, loopback))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(most)
                                .setSocketTimeout(most)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(most).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public int send(WebhookAddress address, String id, Instant at, String signature, String body) throws IOException {
        HttpPost post = new HttpPost(address.uri());
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        post.setHeader("webhook-signature", signature);
        post.setHeader("User-Agent", "Paivand");
        post.setEntity(new StringEntity(body, CLOUD_EVENT));
        ScheduledFuture<?> end = clock.schedule(post::cancel, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(post, response -> {
                // A body may be as long as somebody likes.
                post.cancel();
                return response.getCode();
            });
        } catch (ForbiddenNameException forbidden) {
            throw new ForbiddenAddressException();
        } finally {
            boolean unusedInTime = end.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private record PublicNames(DnsResolver names, boolean loopback) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = names.resolve(host);
            for (InetAddress address : addresses) {
                if (!PublicAddress.is(address) && !(loopback && address.isLoopbackAddress())) {
                    throw new ForbiddenNameException();
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** As the resolver's contract allows it to be thrown. */
    private static final class ForbiddenNameException extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
