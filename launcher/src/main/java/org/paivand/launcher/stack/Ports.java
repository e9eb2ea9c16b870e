package org.paivand.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.paivand.launcher.process.StartFailedException;

/** The three ports of an installation, all on 127.0.0.1. */
public record Ports(int http, int keycloak, int database) {
    public static final String LOOPBACK = "127.0.0.1";

    public Ports {
        requireInRange(http);
        requireInRange(keycloak);
        requireInRange(database);
        if (http == keycloak || http == database || keycloak == database) {
            throw new IllegalArgumentException("the three ports must differ");
        }
    }

    /** Keeps each port that is free and puts a free one in place of each that isn't. */
    public Ports orFree() {
        Set<Integer> taken = new HashSet<>();
        return new Ports(orFree(http, taken), orFree(keycloak, taken), orFree(database, taken));
    }

    /**
     * Passes when all three are free.
     *
     * @throws StartFailedException naming the first taken port and the option that changes it
     */
    public void requireFree() throws StartFailedException {
        Optional<String> taken = firstTaken();
        if (taken.isPresent()) {
            throw new StartFailedException(taken.get());
        }
    }

    /** What to tell about the first port that is taken. */
    public Optional<String> firstTaken() {
        return tell("--http-port", http)
                .or(() -> tell("--keycloak-port", keycloak))
                .or(() -> tell("--db-port", database));
    }

    /** Whether something listens there. */
    public static boolean answersAt(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static Optional<String> tell(String option, int port) {
        return isFree(port)
                ? Optional.empty()
                : Optional.of("Port " + port + " on " + LOOPBACK + " is taken by another program. Choose another with "
                        + option + " PORT, or let Paivand find free ones with --ports auto.");
    }

    private static int orFree(int wished, Set<Integer> taken) {
        int port = isFree(wished) && !taken.contains(wished) ? wished : anyFree(taken);
        taken.add(port);
        return port;
    }

    private static int anyFree(Set<Integer> taken) {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (!taken.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void requireInRange(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port must be from 1 to 65535");
        }
    }
}
