package org.paivand.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.paivand.launcher.process.StartFailedException;

class PortsTest {

    @Test
    void namesTheTakenPortAndItsOption() throws IOException {
        Ports free = new Ports(1025, 1026, 1027).orFree();
        try (ServerSocket other = listener()) {
            Ports ports = new Ports(free.http(), other.getLocalPort(), free.database());

            StartFailedException refusal = assertThrows(StartFailedException.class, ports::requireFree);

            String message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains("Port " + other.getLocalPort()), message);
            assertTrue(message.contains("--keycloak-port"), message);
        }
    }

    @Test
    void countsAPortThatAnotherProgramTookOnAllInterfacesAsTaken() throws IOException {
        Ports free = new Ports(1025, 1026, 1027).orFree();
        try (ServerSocket other = new ServerSocket(0)) {
            Ports ports = new Ports(other.getLocalPort(), free.keycloak(), free.database());

            assertThrows(StartFailedException.class, ports::requireFree);
        }
    }

    @Test
    void replacesOnlyTheTakenPortsByFreeOnes() throws IOException {
        Ports free = new Ports(1025, 1026, 1027).orFree();
        try (ServerSocket other = listener()) {
            Ports wished = new Ports(free.http(), free.keycloak(), other.getLocalPort());

            Ports found = wished.orFree();

            assertEquals(wished.http(), found.http());
            assertEquals(wished.keycloak(), found.keycloak());
            assertNotEquals(wished.database(), found.database());
            assertDoesNotThrow(found::requireFree);
        }
    }

    @Test
    void refusesPortsThatDoNotExistOrServeTwice() {
        assertThrows(IllegalArgumentException.class, () -> new Ports(0, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> new Ports(1, 65536, 3));
        assertThrows(IllegalArgumentException.class, () -> new Ports(1, 2, -3));
        assertThrows(IllegalArgumentException.class, () -> new Ports(1, 2, 1));
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
