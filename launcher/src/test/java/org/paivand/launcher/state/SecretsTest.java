package org.paivand.launcher.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsASecretForTheNextStart() throws IOException {
        String first = Secrets.in(file()).of("db.app");

        assertEquals(first, Secrets.in(file()).of("db.app"));
    }

    @Test
    void givesEachNameAndEachInstallationASecretOfItsOwn() throws IOException {
        Secrets here = Secrets.in(file());
        Secrets elsewhere = Secrets.in(folder.resolve("other.properties"));

        assertNotEquals(here.of("db.app"), here.of("db.migrate"));
        assertNotEquals(here.of("db.app"), elsewhere.of("db.app"));
    }

    @Test
    void nobodyButTheOwnerMayReadTheFileEvenIfItWasOpenedToOthers() throws IOException {
        Secrets.in(file()).of("db.app");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        Secrets.in(file());

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void needsNoQuotingInSqlOrJson() throws IOException {
        assertTrue(Secrets.in(file()).of("db.app").matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void fillsPlaceholdersAndLeavesOtherTextAlone() throws IOException {
        Secrets secrets = Secrets.in(file());

        assertEquals(
                "a " + secrets.of("user.x-y") + " ${Upper} $ {} ${}", secrets.fill("a ${user.x-y} ${Upper} $ {} ${}"));
    }

    @Test
    void showsNoSecretAsText() throws IOException {
        Secrets secrets = Secrets.in(file());

        assertFalse(secrets.toString().contains(secrets.of("db.app")));
    }

    private Path file() {
        return folder.resolve("secrets.properties");
    }
}
