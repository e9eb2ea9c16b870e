package org.paivand.launcher.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.VerifierKey;

class TrustPolicyTest {
    private static final String ORIGIN = "paivand.local/log/test";

    @TempDir
    Path folder;

    @Test
    void isReadByTheVerifierAndNamesTheLogByItsOrigin() throws Exception {
        Path policy = folder.resolve("trust/log.policy");

        TrustPolicy.write(policy, keystore("password"), "password", ORIGIN, List.of());

        WitnessPolicy.parse(Files.readAllBytes(policy));
        assertTrue(Files.readString(policy).startsWith("log " + ORIGIN + "+"), Files.readString(policy));
    }

    @Test
    void staysTheSameAsLongAsTheKeyDoes() throws Exception {
        Path policy = folder.resolve("trust/log.policy");
        Keystore keystore = keystore("password");

        TrustPolicy.write(policy, keystore, "password", ORIGIN, List.of());
        String first = Files.readString(policy);
        TrustPolicy.write(policy, keystore, "password", ORIGIN, List.of());

        assertEquals(first, Files.readString(policy));
    }

    @Test
    void writesNothingIfTheKeystoreDoesNotOpen() throws Exception {
        Path policy = folder.resolve("trust/log.policy");
        Keystore keystore = keystore("password");

        assertThrows(IOException.class, () -> TrustPolicy.write(policy, keystore, "another", ORIGIN, List.of()));
        assertTrue(Files.notExists(policy));
    }

    @Test
    void asksForAllWitnessesThatThereAre() throws Exception {
        Path policy = folder.resolve("trust/log.policy");
        KnownWitness a = new KnownWitness("a", key("w/a"), Optional.empty());
        KnownWitness b = new KnownWitness("b", key("w/b"), Optional.of("http://127.0.0.1:1/"));

        TrustPolicy.write(policy, keystore("password"), "password", ORIGIN, List.of(a, b));

        WitnessPolicy read = WitnessPolicy.parse(Files.readAllBytes(policy));
        assertEquals(List.of(a, b), read.witnesses());
        assertTrue(Files.readString(policy).endsWith("group witnesses all a b\nquorum witnesses\n"));
    }

    private static VerifierKey key(String name) throws Exception {
        return VerifierKey.of(
                name,
                SignatureType.COSIGNATURE,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    }

    private Keystore keystore(String password) throws Exception {
        Keystore keystore = new Keystore(folder.resolve("keys"));
        keystore.create(password);
        return keystore;
    }
}
