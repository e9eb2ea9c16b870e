package org.paivand.launcher.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.paivand.launcher.process.StartFailedException;

/**
 * Where the built parts lie, as {@code mvn package} puts them together. Only read at run time.
 *
 * @param war the application that the node runs
 */
public record Home(Path directory, Path war) {

    /**
     * The folder above the {@code lib} that this class was loaded from. The system properties {@code paivand.home} and
     * {@code paivand.war} name others.
     */
    public static Home find() {
        Path directory =
                Path.of(System.getProperty("paivand.home", aboveOwnJar().toString()));
        return new Home(
                directory,
                Path.of(System.getProperty(
                        "paivand.war", directory.resolve("paivand.war").toString())));
    }

    public Path payaraMicro() {
        return directory.resolve("payara-micro.jar");
    }

    /** The base folder of MariaDB's binaries. */
    public Path mariadb() {
        return directory.resolve("mariadb");
    }

    public Path verifier() {
        return directory.resolve("paivand-verifier.jar");
    }

    /** Keycloak's distribution, whose name tells its version. */
    public Path keycloakZip() throws IOException, StartFailedException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                Path found = files.filter(file -> file.getFileName().toString().matches("keycloak-[0-9.]+\\.zip"))
                        .max(Path::compareTo)
                        .orElse(null);
                if (found != null) {
                    return found;
                }
            }
        }
        throw new StartFailedException("Keycloak's zip is missing in " + directory + ": run mvn package");
    }

    /** The Java that runs this launcher, for the processes it starts. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path aboveOwnJar() {
        try {
            Path own = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own.resolve("../..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
