package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExportCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream standard = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private Path policy = Path.of("");
    private Path stranger = Path.of("");
    private Path bundle = Path.of("");
    private Path altered = Path.of("");

    @BeforeEach
    void layOutFiles() throws Exception {
        Book book = Book.of(6);
        policy = Files.writeString(
                folder.resolve("policy"), "log " + book.key.verifierKey().text() + "\nquorum none\n");
        stranger = Files.writeString(
                folder.resolve("stranger"),
                "log " + Book.of(1).key.verifierKey().text() + "\nquorum none\n");
        bundle = Files.write(folder.resolve("bundle.zip"), book.bundle());
        Map<String, byte[]> members = Book.members(book.bundle());
        members.computeIfPresent("openings/2", (name, content) -> {
            content[40] ^= 1;
            return content;
        });
        altered = Files.write(folder.resolve("altered.zip"), Book.zip(members));
    }

    private int run(Object... arguments) {
        standard.reset();
        CommandLine commandLine = new CommandLine(new ExportCommand(standard));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(
                List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
    }

    private String written() {
        return standard.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir", "jsonl"})
    void writesEachEntryOfAValidBundleAsALine(String format) {
        assertEquals(0, run("--trust", policy, "--format", format, bundle));

        assertEquals(6, written().lines().count());
    }

    @Test
    void writesATableAndSyslog() {
        assertEquals(0, run("--trust", policy, "--format", "csv", bundle));
        assertEquals(7, written().lines().count());
        assertEquals(0, run("--trust", policy, "--format", "syslog", bundle));
        assertTrue(written().contains("[paivand@32473 "));
    }

    @Test
    void writesToANewFileAndOverNone() throws Exception {
        Path file = folder.resolve("out.csv");

        assertEquals(0, run("--trust", policy, "--format", "csv", "--output", file, bundle));
        assertEquals("", written());
        long size = Files.size(file);
        assertTrue(size > 0);
        assertEquals(2, run("--trust", policy, "--format", "jsonl", "--output", file, bundle));
        assertEquals(size, Files.size(file));
    }

    @Test
    void writesNoByteOfWhatIsNotValid() {
        Path file = folder.resolve("out.csv");
        for (List<Object> arguments : List.<List<Object>>of(
                List.of("--trust", policy, "--format", "csv", altered),
                List.of("--trust", stranger, "--format", "csv", bundle),
                List.of("--trust", policy, "--format", "csv", policy),
                List.of("--trust", policy, "--format", "csv", "--output", file, altered))) {
            assertEquals(1, run(arguments.toArray()), arguments.toString());
            assertEquals("", written());
            assertFalse(Files.exists(file));
        }
        assertTrue(err.toString().contains("REFUSED"));
    }

    @Test
    void writesWhatItVerifiedThoughAnotherFileTakesItsPlaceMeanwhile() throws Exception {
        Path other = Files.write(folder.resolve("other.zip"), Book.of(3).bundle());
        assertEquals(0, run("--trust", policy, "--format", "jsonl", bundle));
        String verified = written();
        CommandLine commandLine = new CommandLine(new ExportCommand(standard));
        commandLine.setErr(new PrintWriter(new StringWriter() {
            @Override
            public void flush() {
                try {
                    Files.copy(other, bundle, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }));
        standard.reset();

        int status = commandLine.execute("--trust", policy.toString(), "--format", "jsonl", bundle.toString());

        assertEquals(0, status);
        assertEquals(verified, written());
        assertArrayEquals(Files.readAllBytes(other), Files.readAllBytes(bundle));
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Path file = folder.resolve("out.csv");

        assertEquals(1, run("--trust", policy, "--format", "csv", "--output", file, altered));
        assertEquals(0, run("--trust", policy, "--format", "csv", "--output", file, bundle));
        assertEquals(2, run("--trust", policy, "--format", "csv", "--output", file, bundle));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(5, files.count());
        }
    }

    @Test
    void exportsNothingButBundles() throws Exception {
        Book book = Book.of(6);
        Path own = Files.writeString(
                folder.resolve("own"), "log " + book.key.verifierKey().text() + "\nquorum none\n");
        Path proof = Files.write(folder.resolve("proof"), book.proof(3).encode());

        assertEquals(2, run("--trust", own, "--format", "csv", proof));

        assertEquals("", written());
    }

    @Test
    void exitsWithTwoWhenUsedWrongly() {
        for (List<Object> arguments : List.<List<Object>>of(
                List.of("--format", "csv", bundle),
                List.of("--trust", policy, bundle),
                List.of("--trust", policy, "--format", "pdf", bundle),
                List.of("--trust", policy, "--format", "csv"),
                List.of("--trust", bundle, "--format", "csv", bundle),
                List.of("--trust", policy, "--format", "csv", folder.resolve("absent")))) {
            assertEquals(2, run(arguments.toArray()), arguments.toString());
            assertEquals("", written());
        }
    }
}
