package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.registry.json.SnapshotJson;
import org.paivand.registry.snapshot.DirectorySnapshot;
import picocli.CommandLine;

class VerifyDirectoryCommandTest {

    private static final Instant ISSUED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-11-29T00:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private final PrivateKeySigner node = signer("paivand.example/directory");
    private final byte[] document = SnapshotJson.write(SampleDirectory.load());
    private final StringWriter printed = new StringWriter();
    private Path noteFile = Path.of("");
    private Path documentFile = Path.of("");

    @BeforeEach
    void write() throws Exception {
        noteFile = Files.write(
                folder.resolve("note"),
                DirectorySnapshot.sign(document, 7, ISSUED, EXPIRES, node).encode());
        documentFile = Files.write(folder.resolve("document"), document);
    }

    @Test
    void tellsWhatIsInADirectoryThatMayBeUsed() {
        assertEquals(0, run(ISSUED, "--key", key(), "--last", "7"));

        assertTrue(printed.toString().contains("serial 7\n"), printed.toString());
        assertTrue(printed.toString().contains("expires 2026-11-29T00:00:00Z\n"));
        assertTrue(printed.toString().endsWith("VALID\n"));
    }

    @Test
    void refusesAnExpiredOneAndSaysSinceWhen() {
        assertEquals(1, run(EXPIRES, "--key", key()));

        assertTrue(printed.toString().startsWith("expired: the directory expired at 2026-11-29T00:00:00Z"));
        assertTrue(printed.toString().endsWith("REFUSED\n"));
    }

    @Test
    void refusesAnOlderOneThanWasUsed() {
        assertEquals(1, run(ISSUED, "--key", key(), "--last", "8"));

        assertTrue(printed.toString().startsWith("rolled-back: "));
    }

    @Test
    void refusesAnotherKeysNote() {
        assertEquals(
                1,
                run(
                        ISSUED,
                        "--key",
                        signer("paivand.example/directory").verifierKey().text()));

        assertTrue(printed.toString().startsWith("bad-signature: "));
    }

    @Test
    void refusesAnotherDocument() throws IOException {
        Files.writeString(documentFile, "{}");

        assertEquals(1, run(ISSUED, "--key", key()));
        assertTrue(printed.toString().startsWith("other-document: "));
    }

    @Test
    void refusesADocumentThatIsSignedAndNoDirectory() throws Exception {
        byte[] nonsense = {'{', '}'};
        Files.write(documentFile, nonsense);
        Files.write(
                noteFile,
                DirectorySnapshot.sign(nonsense, 7, ISSUED, EXPIRES, node).encode());

        assertEquals(1, run(ISSUED, "--key", key()));
        assertTrue(printed.toString().startsWith("malformed: "));
    }

    @Test
    void isWrongUseWithoutAKeyOrWithOneThatIsNone() {
        assertEquals(2, run(ISSUED));
        assertEquals(2, run(ISSUED, "--key", "paivand.example/directory"));
        assertEquals(2, run(ISSUED, "--key", key(), "--last", "-1"));
        assertEquals(2, run(ISSUED, "--key", key(), "--last", "x"));
    }

    @Test
    void isWrongUseOfAFileThatIsNotThere() throws IOException {
        Files.delete(documentFile);

        assertEquals(2, run(ISSUED, "--key", key()));
    }

    private String key() {
        return node.verifierKey().text();
    }

    private int run(Instant now, String... options) {
        CommandLine command = new CommandLine(new VerifyDirectoryCommand(Clock.fixed(now, ZoneOffset.UTC)));
        command.setOut(new PrintWriter(printed, true));
        command.setErr(new PrintWriter(new StringWriter(), true));
        String[] arguments = new String[options.length + 2];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = noteFile.toString();
        arguments[options.length + 1] = documentFile.toString();
        return command.execute(arguments);
    }

    private static PrivateKeySigner signer(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new PrivateKeySigner(name, pair.getPublic(), pair.getPrivate());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has Ed25519", missing);
        }
    }
}
