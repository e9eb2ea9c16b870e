package org.paivand.launcher.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.checkpoint.WitnessPolicy;

class TrustPolicyTest {
    private static final String ORIGIN = "paivand.local/log/test";

    @TempDir
    Path folder;

    @Test
    void isReadByTheVerifierAndNamesTheLogByItsOrigin() throws Exception {
        Path policy = folder.resolve("trust/log.policy");

        TrustPolicy.write(policy, keystore("password"), "password", ORIGIN);

        WitnessPolicy.parse(Files.readAllBytes(policy));
        assertTrue(Files.readString(policy).startsWith("log " + ORIGIN + "+"), Files.readString(policy));
    }

    @Test
    void staysTheSameAsLongAsTheKeyDoes() throws Exception {
        Path policy = folder.resolve("trust/log.policy");
        Keystore keystore = keystore("password");

        TrustPolicy.write(policy, keystore, "password", ORIGIN);
        String first = Files.readString(policy);
        TrustPolicy.write(policy, keystore, "password", ORIGIN);

        assertEquals(first, Files.readString(policy));
    }

    @Test
    void writesNothingIfTheKeystoreDoesNotOpen() throws Exception {
        Path policy = folder.resolve("trust/log.policy");
        Keystore keystore = keystore("password");

        assertThrows(IOException.class, () -> TrustPolicy.write(policy, keystore, "another", ORIGIN));
        assertTrue(Files.notExists(policy));
    }

    private Keystore keystore(String password) throws Exception {
        Keystore keystore = new Keystore(folder.resolve("keys"));
        keystore.create(password);
        return keystore;
    }
}
