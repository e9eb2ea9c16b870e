package org.paivand.casefile.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {

    @TempDir
    private Path directory;

    @Test
    void readsTheKeysThatKeytoolMade() throws Exception {
        Keystore keystore = TestKeystores.complete(directory, "node.p12");

        assertFalse(Arrays.equals(
                keystore.masters().newestKey().getEncoded(),
                keystore.evidences().newestKey().getEncoded()));
        assertEquals(32, keystore.token().getEncoded().length);
    }

    @Test
    void saysThatTheKeystoreIsMissing() {
        refused("no keystore at", directory.resolve("absent.p12"));
        refused("no keystore at", directory);
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        Path file = directory.resolve("node.p12");
        TestKeystores.secretKey(file, "master", 256);

        UnusableKeystoreException refused = assertThrows(
                UnusableKeystoreException.class, () -> Keystore.load(file, "another-password".toCharArray()));

        assertTrue(String.valueOf(refused.getMessage()).contains("of this password"));
        assertFalse(String.valueOf(refused.getMessage()).contains("another-password"));
    }

    @Test
    void saysThatTheFileIsNoKeystore() throws Exception {
        Path file = Files.writeString(directory.resolve("node.p12"), "not a keystore");

        refused("not a PKCS#12 keystore", file);
    }

    @Test
    void namesTheKeyThatIsMissing() throws Exception {
        Path file = directory.resolve("node.p12");
        TestKeystores.secretKey(file, "master", 256);
        refused("no key named evidence", file);
    }

    @Test
    void refusesKeysOfAnotherKind() throws Exception {
        Path shortKey = directory.resolve("short.p12");
        TestKeystores.secretKey(shortKey, "master", 128);

        refused("no AES-256 key named master", shortKey);
    }

    private static void refused(String expected, Path file) {
        UnusableKeystoreException refused =
                assertThrows(UnusableKeystoreException.class, () -> Keystore.load(file, TestKeystores.PASSWORD));

        assertTrue(String.valueOf(refused.getMessage()).contains(expected), refused.getMessage());
    }
}
