package org.paivand.launcher.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.checkpoint.WitnessPolicy;

class LogNamesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNewLogHasAKeyOfItsOwnAndTheOldOneStaysTrusted() throws Exception {
        Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
        Keystore keystore = new Keystore(folder.resolve("keys"));
        keystore.create(secrets.of("keys.password"));
        LogNames logs = LogNames.beside(keystore);
        LogNames.Log first = logs.newest(keystore, secrets);
        assertEquals(first, logs.newest(keystore, secrets));

        LogNames.Log next = logs.follow(keystore, secrets, "year");
        Path policy = folder.resolve("trust").resolve("log.policy");
        TrustPolicy.write(policy, keystore, secrets.of("keys.password"), next.origin(), List.of());

        assertEquals("first", first.reason());
        assertEquals(next, logs.newest(keystore, secrets));
        assertFalse(first.key().sameKeyAs(next.key()));
        String text = Files.readString(policy);
        assertTrue(text.contains(
                "log " + next.key().text() + "\nlog " + first.key().text() + "\n"));
        WitnessPolicy.parse(Files.readAllBytes(policy));
    }

    @Test
    void refusesAListThatWasDamaged() throws Exception {
        Files.writeString(folder.resolve("logs"), "no key\n");

        assertThrows(IOException.class, () -> new LogNames(folder.resolve("logs")).all());
    }
}
