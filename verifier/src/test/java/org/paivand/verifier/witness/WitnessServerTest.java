package org.paivand.verifier.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.witness.AddCheckpoint;
import org.paivand.audit.witness.FileWitnessedHeads;
import org.paivand.audit.witness.Witness;
import org.paivand.audit.witness.WitnessReply;

/** Over real HTTP. */
class WitnessServerTest {
    @TempDir
    Path folder;

    private final GrowingLog log = new GrowingLog();
    private final Cosigner cosigner = TestKeys.cosigner("witness.example/w1");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private FileWitnessedHeads heads;
    private WitnessServer server;

    @BeforeEach
    void listen() throws IOException {
        heads = FileWitnessedHeads.open(folder.resolve("state"));
        server = new WitnessServer(
                new Witness(List.of(log.key.verifierKey()), heads, cosigner),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Clock.systemUTC(),
                lines::add);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        heads.close();
    }

    @Test
    void answersWithEachStatusOfTheSpecification() throws Exception {
        HttpResponse<String> cosigned = post(log.request(0, 13));

        assertEquals(200, cosigned.statusCode());
        byte[] body = cosigned.body().getBytes(StandardCharsets.UTF_8);
        assertEquals(
                1,
                WitnessReply.cosignatures(log.note(13), body, cosigner.verifierKey())
                        .size());
        assertEquals(400, post(new byte[0]).statusCode());
        assertEquals(400, post(log.request(20, 13)).statusCode());
        GrowingLog stranger = new GrowingLog();
        assertEquals(403, post(stranger.request(0, 13)).statusCode());
        String elsewhere = new String(log.request(0, 13), StandardCharsets.UTF_8).replace("log.example", "lag.example");
        assertEquals(404, post(elsewhere.getBytes(StandardCharsets.UTF_8)).statusCode());
        HttpResponse<String> behind = post(log.request(7, 20));
        assertEquals(409, behind.statusCode());
        assertEquals("13\n", behind.body());
        assertEquals(
                "text/x.tlog.size", behind.headers().firstValue("Content-Type").orElseThrow());
        byte[] withoutProof =
                new AddCheckpoint(13, AddCheckpoint.parse(log.request(0, 1)).growth(), log.note(20)).encode();
        assertEquals(422, post(withoutProof).statusCode());
        assertEquals(
                List.of(
                        "log.example/2026 13 200",
                        "400",
                        "log.example/2026 13 400",
                        "403",
                        "404",
                        "log.example/2026 20 409",
                        "log.example/2026 20 422"),
                List.copyOf(lines));
    }

    @Test
    void knowsOneRequestAndNoOther() throws Exception {
        assertEquals(405, get("add-checkpoint").statusCode());
        assertEquals("POST", get("add-checkpoint").headers().firstValue("Allow").orElseThrow());
        for (String path : List.of(
                "", "add-checkpoint/", "add-checkpoint/x", "checkpoint", "x/../add-checkpoint", "%61dd-checkpoint")) {
            assertEquals(404, get(path).statusCode(), path);
        }
        assertEquals(
                200,
                http.send(
                                HttpRequest.newBuilder(server.url().resolve("add-checkpoint?a=b"))
                                        .POST(BodyPublishers.ofByteArray(log.request(0, 1)))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    void readsNoMoreThanTheLongestRequest() throws Exception {
        assertEquals(400, post(new byte[AddCheckpoint.MAX_BYTES + 1]).statusCode());
        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 9000000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[AddCheckpoint.MAX_BYTES + 1]);
            out.flush();

            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 400".length());
            assertEquals("HTTP/1.1 400", new String(status, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void ofManyAtOnceOneGrowsTheLogAndTheOthersLearnTheSize() throws Exception {
        post(log.request(0, 5));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            byte[] request = log.request(5, 6 + i);
            posts.add(() -> post(request).statusCode());
        }

        int cosigned = 0;
        for (Future<Integer> status : threads.invokeAll(posts)) {
            assertTrue(List.of(200, 409).contains(status.get()));
            cosigned += status.get() == 200 ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(1, cosigned);
    }

    @Test
    void answers500AndCosignsNothingWhileItsStateIsDamaged() throws Exception {
        post(log.request(0, 5));
        byte[] sound = Files.readAllBytes(folder.resolve("state"));
        Files.writeString(folder.resolve("state"), "paivand-witness/v1\n");

        HttpResponse<String> answer = post(log.request(5, 9));

        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().indexOf('\u2014') < 0);
        Files.write(folder.resolve("state"), sound);
        assertEquals(200, post(log.request(5, 9)).statusCode());
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        URI url = server.url().resolve("add-checkpoint");
        return http.send(
                HttpRequest.newBuilder(url)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
    }
}
