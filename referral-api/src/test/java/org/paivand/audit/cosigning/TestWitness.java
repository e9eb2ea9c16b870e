package org.paivand.audit.cosigning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.witness.FileWitnessedHeads;
import org.paivand.audit.witness.Witness;
import org.paivand.audit.witness.WitnessAnswer;

/** A real witness over real HTTP, which a test can make fail in the ways that witnesses fail. */
public final class TestWitness implements AutoCloseable {
    /** How it behaves. */
    public enum Mood {
        SOUND,
        DOWN,
        SILENT,
        REDIRECTING,
        FORGING,
        BABBLING
    }

    private final String name;
    private final Cosigner cosigner;
    private final FileWitnessedHeads heads;
    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Mood mood = Mood.SOUND;

    public TestWitness(String name, Path folder, VerifierKey log) throws IOException {
        this.name = name;
        this.cosigner = TestKeys.cosigner("witness.example/" + name);
        this.heads = FileWitnessedHeads.open(folder.resolve(name));
        this.witness = new Witness(List.of(log), heads, cosigner);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/add-checkpoint", this::serve);
        server.start();
    }

    public void is(Mood now) {
        mood = now;
    }

    public Witness witness() {
        return witness;
    }

    /** Its line in a policy. */
    public String line() {
        return "witness " + name + " " + cosigner.verifierKey().text() + " http://127.0.0.1:"
                + server.getAddress().getPort() + "\n";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (mood) {
                case DOWN -> answer(exchange, 503, "no\n");
                case SILENT -> closed.await();
                case REDIRECTING -> {
                    exchange.getResponseHeaders().set("Location", "/add-checkpoint?again");
                    answer(exchange, 307, "");
                }
                case FORGING -> {
                    byte[] key = cosigner.cosign("another\n", Clock.systemUTC().instant())
                            .line()
                            .getBytes(StandardCharsets.UTF_8);
                    answer(exchange, 200, new String(key, StandardCharsets.UTF_8));
                }
                case BABBLING -> answer(exchange, 200, "x".repeat(1 << 20));
                default -> {
                    WitnessAnswer answer =
                            witness.addCheckpoint(body, Clock.systemUTC().instant());
                    answer(exchange, answer.status(), answer.body());
                }
            }
        } catch (SignerUnavailableException | InterruptedException failed) {
            throw new IOException(failed);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
        heads.close();
    }
}
