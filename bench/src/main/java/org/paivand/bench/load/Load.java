package org.paivand.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.paivand.launcher.demo.Tokens;
import org.paivand.launcher.stack.MariaDb;
import org.paivand.launcher.stack.PayaraMicro;
import org.paivand.launcher.stack.Stack;

/** Sends requests over a number of connections, on each the next as soon as the answer is there (a closed loop). */
public final class Load {
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final int WARM_UP_CONNECTIONS = 8;
    private static final int MOST_REQUESTS = 20_000;

    /** By then the compiler has seen the path often enough; on a busy machine the time ends it before. */
    private static final int WARM_UP_REQUESTS = 4_000;

    private static final int WARM_UP_TIMES = 6;

    private final Tokens tokens;
    private final Api api;
    private final ProcessUse node;
    private final ProcessUse database;
    private final List<Referred> referred = new ArrayList<>();

    public Load(Stack stack) throws IOException {
        this.tokens = new Tokens(stack);
        this.api = new Api(stack.baseUrl());
        this.node = ProcessUse.of(stack.state(), PayaraMicro.NAME);
        this.database = ProcessUse.of(stack.state(), MariaDb.NAME);
    }

    /** Measures each operation at 1, 8 and 32 connections, after warming up for 4000 requests or six times as long. */
    public List<Measured> run(Duration each) throws IOException, InterruptedException, ExecutionException {
        prepare();
        for (Operation operation : Operation.values()) {
            Measured unusedWarm =
                    measure(operation, WARM_UP_CONNECTIONS, each.multipliedBy(WARM_UP_TIMES), WARM_UP_REQUESTS);
        }
        List<Measured> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (int connections : CONNECTIONS) {
                Measured measured = measure(operation, connections, each, MOST_REQUESTS);
                all.add(measured);
                System.out.printf("  %s%n", measured);
            }
        }
        return all;
    }

    /** Makes the cases of which the operations are, if there are none yet. */
    void prepare() throws IOException, InterruptedException {
        People people = People.signIn(tokens);
        int cases = CONNECTIONS.stream().mapToInt(Integer::intValue).max().orElseThrow();
        while (referred.size() < cases) {
            referred.add(Referred.prepare(api, people));
        }
    }

    Measured measure(Operation operation, int connections, Duration limit)
            throws IOException, InterruptedException, ExecutionException {
        return measure(operation, connections, limit, Integer.MAX_VALUE);
    }

    private Measured measure(Operation operation, int connections, Duration limit, int most)
            throws IOException, InterruptedException, ExecutionException {
        People people = People.signIn(tokens);
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        try {
            Duration nodeBefore = node.cpu();
            Duration databaseBefore = database.cpu();
            long began = System.nanoTime();
            List<Future<Answers>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int connection = i;
                long end = began + limit.toNanos();
                running.add(senders.submit(() -> send(operation, people, connection, end, most / connections)));
            }
            List<Answers> answers = new ArrayList<>();
            for (Future<Answers> one : running) {
                answers.add(one.get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Duration nodeUsed = node.cpu().minus(nodeBefore);
            Duration databaseUsed = database.cpu().minus(databaseBefore);
            Latencies latencies =
                    Latencies.of(answers.stream().map(Answers::latencies).toList());
            int failures = answers.stream().mapToInt(Answers::failures).sum();
            int all = latencies.count() + failures;
            return new Measured(
                    operation.title(),
                    connections,
                    latencies.count(),
                    failures,
                    latencies.count() / seconds,
                    latencies.millis(0.5),
                    latencies.millis(0.99),
                    nodeUsed.toNanos() / 1e6 / all,
                    databaseUsed.toNanos() / 1e6 / all,
                    node.residentMib());
        } finally {
            senders.shutdownNow();
        }
    }

    private Answers send(Operation operation, People people, int connection, long end, int most)
            throws IOException, InterruptedException {
        LongStream.Builder latencies = LongStream.builder();
        int failures = 0;
        for (int i = 0; i < most && System.nanoTime() < end; i++) {
            var request = operation.request(api, people, referred, connection);
            long sent = System.nanoTime();
            int status = api.send(request);
            if (operation.succeeded(status)) {
                latencies.accept(System.nanoTime() - sent);
            } else {
                failures++;
            }
        }
        return new Answers(new Latencies(latencies.build().toArray()), failures);
    }

    /** What one connection saw. */
    private record Answers(Latencies latencies, int failures) {}
}
