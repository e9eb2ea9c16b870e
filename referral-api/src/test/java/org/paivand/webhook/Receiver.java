package org.paivand.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agency's system that takes notifications, on this machine; well-behaved unless told otherwise. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Manner manner = exchange -> status(exchange, 204, "");

    /** What came. */
    public record Received(String path, Headers headers, String body) {
        public String header(String name) {
            return Objects.requireNonNull(headers.getFirst(name));
        }
    }

    private interface Manner {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        try (exchange) {
            manner.answer(exchange);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public WebhookAddress address(String path) {
        return WebhookAddress.of("http://127.0.0.1:" + server.getAddress().getPort() + path, true);
    }

    public void answers(int status, String location) {
        manner = exchange -> status(exchange, status, location);
    }

    public void hangs() {
        manner = exchange -> closed.await();
    }

    public void drips() {
        manner = exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            OutputStream out = exchange.getResponseBody();
            while (!closed.await(100, TimeUnit.MILLISECONDS)) {
                out.write('.');
                out.flush();
            }
        };
    }

    public void floods() {
        manner = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[64 * 1024];
            while (closed.getCount() > 0) {
                exchange.getResponseBody().write(much);
            }
        };
    }

    private static void status(HttpExchange exchange, int status, String location) throws IOException {
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
    }

    /** Waits for the next. */
    public Received take() throws InterruptedException {
        return Objects.requireNonNull(received.poll(30, TimeUnit.SECONDS), "nothing came");
    }

    public int waiting() {
        return received.size();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
