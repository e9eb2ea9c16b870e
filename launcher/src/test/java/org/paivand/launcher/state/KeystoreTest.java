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
import java.util.Map;
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
                Set.of("directory-signing", "evidence", "log-signing", "master", "token"),
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

    @Test
    void aGenerationIsAddedBesideTheOthersAndTakenOutAlone() throws Exception {
        Keystore keystore = new Keystore(folder.resolve("keys"));
        keystore.create(PASSWORD);

        keystore.addGeneration(PASSWORD, WrappingKey.MASTER, 2);
        keystore.addGeneration(PASSWORD, WrappingKey.EVIDENCE, 2);

        assertEquals(Set.of(1, 2), keystore.generations(PASSWORD, WrappingKey.MASTER));
        keystore.removeGeneration(PASSWORD, WrappingKey.MASTER, 1);
        assertEquals(Set.of(2), keystore.generations(PASSWORD, WrappingKey.MASTER));
        assertEquals(Set.of(1, 2), keystore.generations(PASSWORD, WrappingKey.EVIDENCE));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore.file())));
    }

    @Test
    void aGenerationThatIsThereIsNotMadeAgain() throws Exception {
        Keystore keystore = new Keystore(folder.resolve("keys"));
        keystore.create(PASSWORD);
        byte[] before = Files.readAllBytes(keystore.file());

        assertThrows(StartFailedException.class, () -> keystore.addGeneration(PASSWORD, WrappingKey.MASTER, 1));

        assertArrayEquals(before, Files.readAllBytes(keystore.file()));
    }

    @Test
    void countsWhatEachGenerationWraps() throws Exception {
        Path first = folder.resolve("6f0c0a7e-3f6f-4a63-9c5e-2b7d7ac54f10.key");
        Files.write(first, new byte[61]);
        Files.write(folder.resolve("0d5e1c52-8b5b-4a35-8f0e-52f0a6f4f7aa.key"), new byte[] {3, 0, 2, 1, 1});
        Files.write(folder.resolve("evidence-2026.key"), new byte[] {1, 0, 2, 1, 1});
        Files.write(folder.resolve(".lock"), new byte[0]);

        assertEquals(Map.of(1, 1, 2, 1), WrappingKey.MASTER.uses(folder));
        assertEquals(Map.of(1, 1), WrappingKey.EVIDENCE.uses(folder));
    }

    private static KeyStore open(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        return keys;
    }
}
