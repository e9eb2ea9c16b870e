package org.paivand.launcher.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.paivand.launcher.process.Child;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.process.Supervisor;
import org.paivand.launcher.state.PrivateFile;
import org.paivand.launcher.state.Secrets;

/**
 * Keycloak from its distribution, in development mode, with the demonstration realm. A realm that exists is not imported
 * again, so users keep their ids; a distribution of another version begins with a new realm.
 */
public final class Keycloak {
    public static final String NAME = "keycloak";
    private static final Duration START_LIMIT = Duration.ofMinutes(8);
    static final String REALM = "paivand";

    /** The client by which the node makes accounts of agencies. */
    static final String NODE_CLIENT = "paivand-node";

    private final Home home;
    private final Path folder;
    private final int port;
    private final Secrets secrets;

    public Keycloak(Home home, Path folder, int port, Secrets secrets) {
        this.home = home;
        this.folder = folder;
        this.port = port;
        this.secrets = secrets;
    }

    public URI baseUrl() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port);
    }

    /** The {@code iss} of its tokens. */
    public URI issuer() {
        return URI.create(baseUrl() + "/realms/" + REALM);
    }

    /** Returns at once: the server is ready later, see {@link #awaitReady}. */
    public Child launch(Supervisor supervisor, Progress progress) throws IOException, StartFailedException {
        Path server = unpack(progress);
        PrivateFile.folder(server.resolve("data"));
        PrivateFile.folder(server.resolve("data/import"));
        PrivateFile.write(server.resolve("data/import/paivand-realm.json"), realm());
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                server.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=" + Ports.LOOPBACK,
                "--http-port=" + port,
                "--hostname=" + baseUrl());
        builder.environment().put("JAVA", Home.java());
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        return supervisor.start(NAME, builder, server.toString());
    }

    /** Returns when the realm answers; about a minute at the first start. */
    public void awaitReady(Child child, Supervisor supervisor, Progress progress)
            throws IOException, StartFailedException, InterruptedException {
        URI configuration = URI.create(issuer() + "/.well-known/openid-configuration");
        child.awaitReady(() -> Http.answers(configuration, body -> true), START_LIMIT, progress);
        supervisor.recordTree(child);
    }

    private String realm() throws IOException {
        try (InputStream template = Keycloak.class.getResourceAsStream("realm.json")) {
            if (template == null) {
                throw new IOException("the realm's template isn't packaged");
            }
            return secrets.fill(new String(template.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Path unpack(Progress progress) throws IOException, StartFailedException {
        Path zip = home.keycloakZip();
        String version = zip.getFileName().toString().replaceAll("\\.zip$", "");
        Path server = folder.resolve(version);
        if (Files.isDirectory(server)) {
            return server;
        }
        Progress.Step step = progress.begin(NAME, "unpacking");
        PrivateFile.folder(folder);
        Path half = Files.createTempDirectory(folder, "half-");
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entries, entry, half);
                step.tick();
            }
        }
        Files.move(half.resolve(version), server, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(half);
        step.done("unpacked");
        return server;
    }

    private static void write(ZipInputStream entries, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry of the zip points outside of it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(entries, target);
        }
    }
}
