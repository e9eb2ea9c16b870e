package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.database.TestDatabase;
import org.paivand.mail.MailServer;
import org.paivand.registry.json.RegistryReader;

/** What the server is started with: a port, keys, a database behind a line that can be cut, and a registry with one agency suspended. */
final class TestNode {
    private static final TestNode INSTANCE = new TestNode();
    static final String SUSPENDED = "uz-ngo-support";
    /** In a minute; more than the suite needs, and few enough to use up. */
    static final int STRANGERS = 1_500;

    private static final int LOG_PARTS = 10;

    private final Path home;
    private final int port;
    private final CuttableLine line;
    private final Tokens tokens = new Tokens();
    private final MailServer mails = new MailServer();

    private TestNode() {
        try {
            home = Path.of("target", "node-" + ProcessHandle.current().pid()).toAbsolutePath();
            Files.createDirectories(home);
            Files.createDirectory(
                    caseKeys(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectories(home.resolve("tmp"));
            TestKeystores.complete(home, "node.p12");
            registry();
            URI database = URI.create(TestDatabase.running().url().substring("jdbc:".length()));
            line = new CuttableLine(database.getPort());
            port = freePort();
            Files.writeString(
                    home.resolve("pre-boot.txt"),
                    "set configs.config.server-config.network-config.network-listeners"
                            + ".network-listener.http-listener.address=127.0.0.1\n");
            try (var out = Files.newBufferedWriter(home.resolve("node.properties"))) {
                Properties properties = new Properties();
                properties.putAll(configuration());
                properties.store(out, null);
            }
        } catch (Exception failure) {
            throw new IllegalStateException("the node's surroundings could not be made", failure);
        }
    }

    static TestNode prepared() {
        return INSTANCE;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Tokens tokens() {
        return tokens;
    }

    /** All mails that the node ever sent. */
    List<MailServer.Received> mails() {
        return mails.all();
    }

    /**
     * Waits for a mail.
     *
     * @param number which of those to that address, from 1
     */
    MailServer.Received mailTo(String address, int number) {
        Instant deadline = Instant.now().plusSeconds(30);
        List<MailServer.Received> to;
        do {
            assertTrue(Instant.now().isBefore(deadline), "no mail came");
            LockSupport.parkNanos(20_000_000);
            to = mails().stream().filter(mail -> mail.to().equals(address)).toList();
        } while (to.size() < number);
        return to.get(number - 1);
    }

    CuttableLine line() {
        return line;
    }

    /** Where everything is that the server writes. */
    Path home() {
        return home;
    }

    Path caseKeys() {
        return home.resolve("case-keys");
    }

    /** Everything the server has logged so far; it begins a new part, {@code server.log.0}, after each megabyte. */
    String log() {
        StringBuilder log = new StringBuilder();
        try {
            for (int part = LOG_PARTS - 1; part >= 0; part--) {
                Path file = home.resolve("server.log." + part);
                if (Files.exists(file)) {
                    log.append(Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("the server's log can't be read", unreadable);
        }
        return log.toString();
    }

    /** What arquillian.xml takes by system properties. */
    Map<String, String> placeholders() {
        return Map.of(
                "suite.server.jar",
                Path.of("target", "server", "payara-micro.jar").toAbsolutePath().toString(),
                "suite.server.jvm",
                "-Xmx320m -XX:+UseSerialGC -Djava.io.tmpdir=" + home.resolve("tmp"),
                "suite.server.options",
                String.join(
                        " ",
                        "--nohazelcast --disablephonehome --port " + port,
                        "--prebootcommandfile " + home.resolve("pre-boot.txt"),
                        "--systemproperties " + home.resolve("node.properties"),
                        "--logtofile " + home.resolve("server.log"),
                        "--rootdir " + home.resolve("server"),
                        "--contextroot /"));
    }

    private Map<String, String> configuration() {
        String password = TestDatabase.running().password();
        Map<String, String> configuration = new TreeMap<>();
        configuration.put("paivand.db.url", "jdbc:mariadb://127.0.0.1:" + line.port() + "/paivand");
        configuration.put("paivand.db.user", "paivand_app");
        configuration.put("paivand.db.password", password);
        configuration.put("paivand.keys.keystore", home.resolve("node.p12").toString());
        configuration.put("paivand.keys.password", TestKeystores.password());
        configuration.put("paivand.keys.directory", caseKeys().toString());
        configuration.put("paivand.log.origin", "paivand.test/log/suite");
        configuration.put("paivand.registry.directory", home.resolve("registry").toString());
        configuration.put("paivand.mail.host", "127.0.0.1");
        configuration.put("paivand.mail.port", Integer.toString(mails.port()));
        configuration.put("paivand.mail.security", "none");
        configuration.put("paivand.mail.from", "messages@mail.example.org");
        configuration.put("paivand.mail.site", "https://node.example.org");
        configuration.put("paivand.mail.check-every", "PT0.2S");
        configuration.put("paivand.requests.address", Integer.toString(STRANGERS));
        configuration.put("paivand.form.agency", "tj-hotline-national");
        configuration.put("paivand.form.per-source", "1000");
        configuration.put("paivand.form.per-hour", "1000");
        configuration.put("mp.jwt.verify.publickey", tokens.publicKey());
        configuration.put("mp.jwt.verify.issuer", Tokens.ISSUER);
        configuration.put("mp.jwt.verify.audiences", Tokens.AUDIENCE);
        return configuration;
    }

    /** The sample registry, with one agency suspended. */
    private void registry() throws IOException {
        Files.createDirectories(home.resolve("registry"));
        for (String file : RegistryReader.FILES) {
            String text = MarkedPlaces.within(file, sample(file));
            int agency = text.indexOf("\"id\": \"" + SUSPENDED + "\"");
            int standing = agency < 0 ? -1 : text.indexOf("\"standing\": \"active\"", agency);
            Files.writeString(
                    home.resolve("registry").resolve(file),
                    standing < 0
                            ? text
                            : text.substring(0, standing)
                                    + text.substring(standing).replaceFirst("\"active\"", "\"suspended\""));
        }
    }

    private static String sample(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TestNode.class.getResourceAsStream("/org/paivand/registry/sample/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
