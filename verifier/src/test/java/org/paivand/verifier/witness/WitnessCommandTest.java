package org.paivand.verifier.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.witness.WitnessReply;

/** The program in processes of its own. */
class WitnessCommandTest {
    private static final String NAME = "witness.example/w1";

    @TempDir
    Path folder;

    private final GrowingLog log = new GrowingLog();
    private Path key;
    private Path logs;
    private VerifierKey verifierKey;

    @BeforeEach
    void makeKey() throws Exception {
        key = folder.resolve("key");
        logs = Files.writeString(folder.resolve("logs"), log.policy());
        Process made = RunningWitness.program("witness-key", "--key", key.toString(), "--name", NAME);
        String line = made.inputReader().readLine();
        assertEquals(0, made.waitFor());
        verifierKey = VerifierKey.parse(line);
    }

    @Test
    void makesAKeyForItsOwnerAloneAndNeverOverwritesIt() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        byte[] before = Files.readAllBytes(key);

        assertEquals(2, exit("witness-key", "--key", key.toString(), "--name", NAME));
        assertEquals(2, exit("witness-key", "--key", folder.resolve("other").toString(), "--name", "two words"));

        assertArrayEquals(before, Files.readAllBytes(key));
        assertEquals(false, Files.exists(folder.resolve("other")));
    }

    @Test
    void killedAtAnyMomentItRollsNothingBack() throws Exception {
        try (RunningWitness first = start()) {
            assertEquals(200, first.post(log.request(0, 7)).statusCode());
            assertEquals(200, first.post(log.request(7, 20)).statusCode());
            first.kill();
        }

        try (RunningWitness second = start()) {
            assertEquals("20\n", second.post(log.request(0, 7)).body());
            assertEquals("20\n", second.post(log.request(7, 13)).body());
            String cosigned = second.post(log.request(20, 33)).body();
            assertEquals(
                    1,
                    WitnessReply.cosignatures(log.note(33), cosigned.getBytes(StandardCharsets.UTF_8), verifierKey)
                            .size());
        }
    }

    @Test
    void endsWithSigtermAndLeavesItsStateFree() throws Exception {
        try (RunningWitness first = start()) {
            assertEquals(200, first.post(log.request(0, 7)).statusCode());
            assertThrows(IOException.class, this::start, "the state belongs to the first");

            assertEquals(143, first.terminate());
        }

        try (RunningWitness second = start()) {
            assertEquals(200, second.post(log.request(7, 7)).statusCode());
        }
    }

    @Test
    void doesNotStartWithWhatItCannotTrust() throws Exception {
        Path state = folder.resolve("state");
        for (List<String> wrong : List.of(
                List.of(key.toString(), logs.toString(), key.toString()),
                List.of(logs.toString(), logs.toString(), state.toString()),
                List.of(key.toString(), key.toString(), state.toString()),
                List.of(folder.resolve("absent").toString(), logs.toString(), state.toString()),
                List.of(key.toString(), folder.resolve("absent").toString(), state.toString()))) {
            assertEquals(2, exit(options(wrong.get(0), wrong.get(1), wrong.get(2))), wrong.toString());
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(2, exit(options(key.toString(), logs.toString(), state.toString())));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertEquals(2, exit("witness", "--key", key.toString()));
    }

    @Test
    void readsNoKeyThatIsNotAPair() throws Exception {
        String own = Files.readString(key);
        Path other = folder.resolve("other");
        KeyFile.write(other, KeyFile.fresh());
        String stranger = Files.readString(other);
        int half = own.indexOf("-----BEGIN PUBLIC");

        for (String broken : List.of(
                "",
                own.substring(0, half),
                own.substring(0, half) + stranger.substring(half),
                own + own,
                own.replace("\n", "\r\n"),
                own.replace("MC", "MD"),
                "x".repeat(5000))) {
            Files.writeString(other, broken);
            assertThrows(IOException.class, () -> KeyFile.read(other));
        }
    }

    private RunningWitness start() throws IOException {
        String[] all =
                options(key.toString(), logs.toString(), folder.resolve("state").toString());
        return RunningWitness.start(List.of(all).subList(1, all.length).toArray(String[]::new));
    }

    private static String[] options(String key, String logs, String state) {
        return new String[] {"witness", "--key", key, "--name", NAME, "--logs", logs, "--state", state};
    }

    private static int exit(String... arguments) throws Exception {
        return RunningWitness.program(arguments).waitFor();
    }
}
