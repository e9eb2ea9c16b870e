package org.paivand.launcher.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.launcher.process.StartFailedException;

class KeystoreTest {
    private static final String PASSWORD = "correct-horse";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void holdsTheFourKeysClosedToOthersAndIsNeverMadeAgain() throws Exception {
        Keystore keystore = new Keystore(folder.resolve("keys"));

        keystore.create(PASSWORD);

        KeyStore keys = open(keystore.file());
        assertEquals(
                Set.of("evidence", "log-signing", "master", "token"),
                new TreeSet<>(java.util.Collections.list(keys.aliases())));
        assertEquals("EdDSA", keys.getKey("log-signing", PASSWORD.toCharArray()).getAlgorithm());
        assertEquals(32, keys.getKey("master", PASSWORD.toCharArray()).getEncoded().length);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore.file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));

        byte[] made = Files.readAllBytes(keystore.file());
        keystore.create(PASSWORD);

        assertArrayEquals(made, Files.readAllBytes(keystore.file()));
    }

    @Test
    void leavesNoKeystoreWhenKeytoolRefuses() throws IOException {
        Keystore keystore = new Keystore(folder.resolve("keys"));

        assertThrows(StartFailedException.class, () -> keystore.create("short"));

        assertEquals(false, Files.exists(keystore.file()));
    }

    private static KeyStore open(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        return keys;
    }
}
