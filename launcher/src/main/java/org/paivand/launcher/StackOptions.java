package org.paivand.launcher;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.paivand.launcher.stack.Part;
import org.paivand.launcher.stack.Ports;
import org.paivand.launcher.state.StateFolder;
import picocli.CommandLine.Option;

/** Options that the commands have in common. */
final class StackOptions {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "${env:PAIVAND_STATE:-.paivand}",
            description = "The folder in which this installation lives (PAIVAND_STATE; default: .paivand).")
    private Path state = Path.of(".paivand");

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where the node answers (default: ${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(
            names = "--keycloak-port",
            paramLabel = "PORT",
            defaultValue = "8180",
            description = "Where Keycloak answers (default: ${DEFAULT-VALUE}).")
    private int keycloakPort;

    @Option(
            names = "--db-port",
            paramLabel = "PORT",
            defaultValue = "3307",
            description = "Where MariaDB answers (default: ${DEFAULT-VALUE}).")
    private int databasePort;

    @Option(
            names = "--ports",
            paramLabel = "fixed|auto",
            defaultValue = "fixed",
            description = "auto: take a free port in place of one that is taken.")
    private PortChoice portChoice = PortChoice.fixed;

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            defaultValue = "database,keycloak,node,witnesses",
            description = "Start these only (default: ${DEFAULT-VALUE}).")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    /** The words as typed. */
    enum PortChoice {
        fixed,
        auto
    }

    StateFolder state() {
        return new StateFolder(state);
    }

    Ports ports() {
        Ports wished = new Ports(httpPort, keycloakPort, databasePort);
        return portChoice == PortChoice.auto ? wished.orFree() : wished;
    }

    Set<Part> parts() {
        return parts;
    }
}
