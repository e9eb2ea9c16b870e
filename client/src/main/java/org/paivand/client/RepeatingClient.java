package org.paivand.client;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Sends a request again that was answered 429 or 503, after {@code Retry-After} (RFC 9110 §10.2.3, seconds) or else after one, two
 * and four seconds, if the node asks for a minute at most. A 429 was not looked at, so any request is sent again. After a 503
 * nobody can know, so a POST without an {@code Idempotency-Key} is left to the caller.
 */
final class RepeatingClient extends HttpClient {
    static final int MOST = 3;

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

    private final HttpClient inner;

    RepeatingClient(HttpClient inner) {
        this.inner = inner;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        for (int repeated = 0; ; repeated++) {
            HttpResponse<T> response = inner.send(request, handler);
            Optional<Duration> pause = pause(request, response, repeated);
            if (pause.isEmpty()) {
                return response;
            }
            if (response.body() instanceof AutoCloseable body) {
                close(body);
            }
            Thread.sleep(pause.get().toMillis());
        }
    }

    private static Optional<Duration> pause(HttpRequest request, HttpResponse<?> response, int repeated) {
        boolean harmless = REPEATABLE.contains(request.method())
                || request.headers().firstValue("Idempotency-Key").isPresent();
        boolean repeatable = response.statusCode() == 429 || (response.statusCode() == 503 && harmless);
        Duration pause = response.headers()
                .firstValue("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ofSeconds(1L << repeated));
        return repeatable && repeated < MOST && pause.compareTo(LONGEST) <= 0 ? Optional.of(pause) : Optional.empty();
    }

    private static void close(AutoCloseable body) throws IOException {
        try {
            body.close();
        } catch (IOException broken) {
            throw broken;
        } catch (Exception unexpected) {
            throw new IOException(unexpected);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return inner.sendAsync(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        return inner.sendAsync(request, handler, pushes);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return inner.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return inner.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return inner.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return inner.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return inner.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return inner.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return inner.authenticator();
    }

    @Override
    public Version version() {
        return inner.version();
    }

    @Override
    public Optional<Executor> executor() {
        return inner.executor();
    }
}
