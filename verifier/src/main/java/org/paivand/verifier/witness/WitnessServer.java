package org.paivand.verifier.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.witness.AddCheckpoint;
import org.paivand.audit.witness.Witness;
import org.paivand.audit.witness.WitnessAnswer;

/** {@code POST /add-checkpoint} on the JDK's own server: few threads, short queue, ten seconds for a request. */
final class WitnessServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int QUEUE = 64;
    private static final String PLAIN = "text/plain; charset=utf-8";

    static {
        // Read once, when the JDK's server is first used.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpserver.maxConnections", "256");
    }

    private final Witness witness;
    private final InstantSource clock;
    private final Consumer<String> log;
    private final HttpServer server;

    /** When the queue is full, the thread that accepts serves too, and nobody else is let in meanwhile. */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            new ThreadPoolExecutor.CallerRunsPolicy());

    /**
     * Listens at once.
     *
     * @param log a line for each request whose checkpoint the log signed: origin, size, status; of others the status
     */
    WitnessServer(Witness witness, InetSocketAddress address, InstantSource clock, Consumer<String> log)
            throws IOException {
        this.witness = witness;
        this.clock = clock;
        this.log = log;
        this.server = HttpServer.create(address, QUEUE);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The submission prefix, with its slash. */
    URI url() {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort() + "/");
    }

    VerifierKey verifierKey() {
        return witness.verifierKey();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getRawPath().equals("/add-checkpoint")) {
                send(exchange, 404, PLAIN, "nothing here but add-checkpoint\n");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                send(exchange, 405, PLAIN, "POST only\n");
            } else {
                addCheckpoint(exchange);
            }
        }
    }

    private void addCheckpoint(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
        Optional<WitnessAnswer> given = answer(body);
        if (given.isEmpty()) {
            send(exchange, 500, PLAIN, "the witness can't use its state or its key\n");
            return;
        }
        WitnessAnswer answer = given.get();
        String about = answer.about()
                .map(checkpoint ->
                        checkpoint.origin() + " " + checkpoint.treeHead().size() + " ")
                .orElse("");
        log.accept(about + answer.status());
        send(exchange, answer.status(), answer.contentType(), answer.body());
    }

    private Optional<WitnessAnswer> answer(byte[] body) {
        try {
            return Optional.of(witness.addCheckpoint(body, clock.instant()));
        } catch (IOException | SignerUnavailableException unavailable) {
            log.accept("500 " + unavailable.getMessage());
            return Optional.empty();
        }
    }

    private static void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Lets no more in, gives what is under way a second or two. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
