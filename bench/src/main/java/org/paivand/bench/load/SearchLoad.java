package org.paivand.bench.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.paivand.bench.services.GeneratedRegistry;
import org.paivand.launcher.demo.Token;
import org.paivand.launcher.demo.Tokens;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.MariaDb;
import org.paivand.launcher.stack.PayaraMicro;
import org.paivand.launcher.stack.Stack;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceType;

/**
 * Stage-0 queries over 10 000 agencies and 50 000 services that all keep a capacity, at 8 connections, beside a call that reads one
 * row. The node takes its registry from the variable {@code PAIVAND_REGISTRY_DIRECTORY}, so this starts itself again with it.
 */
public final class SearchLoad {
    private static final int AGENCIES = 10_000;
    private static final int SERVICES = 50_000;
    private static final int CONNECTIONS = 8;
    private static final int BATCH = 1_000;
    private static final String VARIABLE = "PAIVAND_REGISTRY_DIRECTORY";

    private final Stack stack;
    private final Api api;
    private final Token officer;

    private SearchLoad(Stack stack) throws IOException, InterruptedException {
        this.stack = stack;
        this.api = new Api(stack.baseUrl());
        this.officer = new Tokens(stack).ofUser("officer");
    }

    /** @param arguments folder for the installation, seconds for each measurement, and perhaps a seed */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : new Random().nextLong();
        Path registry = folder.resolveSibling("generated-registry");
        if (System.getenv(VARIABLE) == null) {
            again(registry, folder, arguments[1], seed);
            return;
        }
        Directory directory = GeneratedRegistry.directory(seed, AGENCIES, SERVICES);
        GeneratedRegistry.write(directory, registry);
        System.out.printf("seed %d, %d agencies, %d services%n", seed, AGENCIES, SERVICES);
        Duration each = Duration.ofSeconds(Long.parseLong(arguments[1]));
        try (Installation installation = Installation.start(folder)) {
            SearchLoad load = new SearchLoad(installation.stack());
            load.fill(directory, seed);
            load.run(directory, each, seed);
        }
    }

    private static void again(Path registry, Path folder, String seconds, long seed)
            throws IOException, InterruptedException {
        ProcessHandle.Info self = ProcessHandle.current().info();
        ProcessBuilder builder = new ProcessBuilder(
                        self.command().orElseThrow(),
                        "-Xmx700m",
                        "-Dpaivand.home="
                                + Optional.ofNullable(System.getProperty("paivand.home"))
                                        .orElse(""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SearchLoad.class.getName(),
                        folder.toString(),
                        seconds,
                        Long.toString(seed))
                .inheritIO();
        builder.environment().put(VARIABLE, registry.toString());
        if (builder.start().waitFor() != 0) {
            throw new IOException("the measurement failed");
        }
    }

    /** Each service keeps a capacity, some of them full and some of them stale. */
    private void fill(Directory directory, long seed) throws SQLException {
        MariaDb mariadb =
                new MariaDb(Home.find(), stack.state().mariadb(), stack.ports().database(), stack.secrets());
        String user = MariaDb.APP_USER;
        Random random = new Random(seed);
        try (Connection connection =
                        DriverManager.getConnection(mariadb.jdbcUrl("paivand"), user, mariadb.passwordOf(user));
                PreparedStatement insert = connection.prepareStatement("INSERT INTO capacity (service, agency, maximum,"
                        + " occupied, waitlist, additional_assessment, stated_at, fresh_until, version) VALUES (?, ?, 8, ?,"
                        + " 'none', FALSE, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND, 1)")) {
            connection.setAutoCommit(false);
            int rows = 0;
            for (Service service : directory.services()) {
                insert.setString(1, service.id().value());
                insert.setString(2, service.agency().value());
                insert.setInt(3, random.nextInt(9));
                insert.setInt(4, random.nextInt(4) == 0 ? 1 : 86_400);
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private void run(Directory directory, Duration each, long seed)
            throws IOException, InterruptedException, ExecutionException {
        List<Service> services = directory.services().stream()
                .filter(service -> service.isActive()
                        && directory.agency(service.agency()).orElseThrow().isActive())
                .toList();
        Function<Random, HttpRequest> capacity = random -> api.get(
                officer,
                "/api/v1/services/"
                        + services.get(random.nextInt(services.size())).id() + "/capacity");
        Function<Random, HttpRequest> anywhere = random -> query(random, one(random, GeneratedRegistry.COUNTRIES));
        Function<Random, HttpRequest> home = random -> query(random, "TJ");
        measure("warm-up", anywhere, each, seed);
        measure("baseline: read one capacity", capacity, each, seed);
        measure("stage-0 query, any of nine countries", anywhere, each, seed);
        measure("stage-0 query, Tajikistan", home, each, seed);
        System.out.printf(
                "node: %d MiB at most%n",
                ProcessUse.of(stack.state(), PayaraMicro.NAME).peakMib());
    }

    private HttpRequest query(Random random, String country) {
        String type = one(random, List.of(ServiceType.values())).code();
        return api.post(
                officer,
                "/api/v1/service-searches?limit=20",
                "{\"serviceTypes\":[\"" + type + "\"],\"country\":\"" + country + "\",\"ageGroup\":\""
                        + (random.nextBoolean() ? "adult" : "undetermined")
                        + "\",\"sexForPlacement\":\"female\",\"languages\":[\"tg\",\"ru\"],\"purpose\":\"assistance\","
                        + "\"arrivalWindow\":{\"from\":\"2027-01-05T20:00:00Z\",\"until\":\"2027-01-05T23:00:00Z\"}}");
    }

    private void measure(String what, Function<Random, HttpRequest> request, Duration limit, long seed)
            throws InterruptedException, ExecutionException, IOException {
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        ProcessUse node = ProcessUse.of(stack.state(), PayaraMicro.NAME);
        Duration before = node.cpu();
        long began = System.nanoTime();
        List<Latencies> parts = new ArrayList<>();
        try {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Random random = new Random(seed + i);
                running.add(senders.submit(() -> send(request, random, began + limit.toNanos())));
            }
            for (Future<Latencies> one : running) {
                parts.add(one.get());
            }
        } finally {
            senders.shutdownNow();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Latencies all = Latencies.of(parts);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %.2f | %.2f |%n",
                what,
                CONNECTIONS,
                all.count() / seconds,
                all.millis(0.5),
                all.millis(0.99),
                node.cpu().minus(before).toNanos() / 1e6 / all.count());
    }

    /** @throws IOException if an answer isn't 200 */
    private Latencies send(Function<Random, HttpRequest> request, Random random, long end)
            throws IOException, InterruptedException {
        LongStream.Builder nanos = LongStream.builder();
        while (System.nanoTime() < end) {
            HttpRequest next = request.apply(random);
            long sent = System.nanoTime();
            int status = api.send(next);
            nanos.accept(System.nanoTime() - sent);
            if (status != 200) {
                throw new IOException("answered " + status);
            }
        }
        return new Latencies(nanos.build().toArray());
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
