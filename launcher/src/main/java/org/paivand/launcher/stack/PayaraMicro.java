package org.paivand.launcher.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paivand.launcher.process.Child;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.process.Supervisor;
import org.paivand.launcher.state.PrivateFile;

/**
 * The node: Payara Micro with the application, on the loopback only, without cluster and without calling home. Its
 * configuration, passwords among it, goes by environment variables: no other user can read them, as they could a command line.
 */
public final class PayaraMicro {
    public static final String NAME = "node";
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    /** Without it the JSON API looks through all jars for a provider with each token that Payara checks. */
    private static final String JSON_PROVIDER = "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl";

    private static final String BIND = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=" + Ports.LOOPBACK + "\n";

    private static final String BOOTED = "Payara Micro URLs";
    private static final String DEPLOYMENT_FAILED = "Exception while loading the app";

    private static final String HEAP = "PAIVAND_NODE_HEAP_MIB";
    private static final int USUAL_HEAP_MIB = 288;

    private final Home home;
    private final Path folder;
    private final int port;

    public PayaraMicro(Home home, Path folder, int port) {
        this.home = home;
        this.folder = folder;
        this.port = port;
    }

    /**
     * How much heap the node gets.
     *
     * @param wished in MiB, as the environment has it; the usual 288 if it says nothing
     * @throws StartFailedException unless it is a number of MiB that a node can live with
     */
    static int heapMib(@Nullable String wished) throws StartFailedException {
        if (wished == null) {
            return USUAL_HEAP_MIB;
        }
        if (!wished.matches("[1-9][0-9]{2,4}") || Integer.parseInt(wished) < USUAL_HEAP_MIB) {
            throw new StartFailedException(HEAP + " is the node's heap in MiB, " + USUAL_HEAP_MIB + " or more");
        }
        return Integer.parseInt(wished);
    }

    public URI baseUrl() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port);
    }

    /**
     * Returns at once.
     *
     * @param configuration by MicroProfile Config names
     */
    public Child launch(Supervisor supervisor, Map<String, String> configuration)
            throws IOException, StartFailedException {
        if (!Files.isRegularFile(home.war())) {
            throw new StartFailedException("The application " + home.war() + " is missing: run mvn package");
        }
        PrivateFile.folder(folder);
        PrivateFile.folder(folder.resolve("tmp"));
        forgetUnpacked(folder.resolve("server").resolve("applications"));
        Path preBoot = folder.resolve("pre-boot.txt");
        PrivateFile.write(preBoot, BIND);
        ProcessBuilder builder = new ProcessBuilder(
                Home.java(),
                "-Xmx" + heapMib(System.getenv(HEAP)) + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                JSON_PROVIDER,
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-jar",
                home.payaraMicro().toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                preBoot.toString(),
                "--rootdir",
                folder.resolve("server").toString(),
                "--port",
                Integer.toString(port),
                "--deploy",
                home.war().toString(),
                "--contextroot",
                "/");
        builder.environment().putAll(variables(configuration));
        return supervisor.start(NAME, builder, preBoot.toString());
    }

    /** Payara unpacks an application once and would go on running it after an upgrade: our archives carry a fixed date. */
    private static void forgetUnpacked(Path applications) throws IOException {
        if (Files.notExists(applications)) {
            return;
        }
        try (Stream<Path> unpacked = Files.walk(applications)) {
            for (Path path : unpacked.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Returns when the application's own readiness checks pass; a failed deployment is told at once. */
    public void awaitReady(Child child, Progress progress) throws StartFailedException, InterruptedException {
        child.awaitReady(
                () -> {
                    if (!child.logLines(BOOTED).isEmpty()
                            && !child.logLines(DEPLOYMENT_FAILED).isEmpty()) {
                        throw new StartFailedException("The application could not be deployed:\n"
                                + String.join("\n", child.logLines(DEPLOYMENT_FAILED)));
                    }
                    return Http.answers(URI.create(baseUrl() + "/health/ready"), PayaraMicro::namesACheck);
                },
                START_LIMIT,
                progress);
    }

    /** Before an application is there Payara may answer too, but with an empty list of checks. */
    private static boolean namesACheck(String body) {
        return body.replace(" ", "").contains("\"checks\":[{");
    }

    /** MicroProfile Config 3.1, "Environment variables mapping rules": each letter that isn't alphanumeric becomes '_'. */
    private static Map<String, String> variables(Map<String, String> configuration) {
        Map<String, String> variables = new LinkedHashMap<>();
        configuration.forEach((name, value) ->
                variables.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        return variables;
    }
}
