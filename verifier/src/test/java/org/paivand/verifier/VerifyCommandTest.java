package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.proof.HashLines;
import picocli.CommandLine;

class VerifyCommandTest {
    @TempDir
    Path folder;

    private Path policy;
    private Path since;
    private Path bundle;
    private Path altered;
    private Path later;
    private Path proof;
    private Path checkpoint;
    private Path consistency;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void layOutFiles() throws Exception {
        Book book = Book.of(6);
        String key = book.key.verifierKey().text();
        policy = Files.writeString(folder.resolve("policy"), "# mine\nlog " + key + "\nquorum none\n");
        since = Files.write(folder.resolve("since"), book.checkpoint(4).encode());
        bundle = Files.write(folder.resolve("bundle.zip"), book.bundle());
        later = Files.write(folder.resolve("later.zip"), book.bundle(3, 6));
        proof = Files.write(folder.resolve("named.zip"), book.proof(3).encode());
        checkpoint = Files.write(
                folder.resolve("named.tlog-proof"), book.checkpoint().encode());
        consistency = Files.writeString(
                folder.resolve("consistency"),
                HashLines.text(new LogProofs(book.store).consistency(4, 6).path()));
        Map<String, byte[]> members = Book.members(book.bundle());
        members.computeIfPresent("openings/2", (name, content) -> {
            content[40] ^= 1;
            return content;
        });
        altered = Files.write(folder.resolve("altered.zip"), Book.zip(members));
    }

    @Test
    void exitsWithZeroForValidEvidenceOnly() {
        assertEquals(0, run("verify", "--trust", policy, bundle));
        assertTrue(out.toString().endsWith("VALID" + System.lineSeparator()));
        assertEquals(0, run("verify", "--trust", policy, "--since", since, bundle));
        assertEquals(1, run("verify", "--trust", policy, altered));
        assertTrue(out.toString().contains("entry 2: opening-differs"));
        assertEquals(1, run("verify", bundle));
        assertTrue(out.toString().contains("NOT AUTHENTICATED"));
    }

    @Test
    void knowsAProofFileAndACheckpointByTheirContent() {
        assertEquals(0, run("verify", "--trust", policy, proof));
        assertTrue(out.toString().contains("proven     entry 3, disclosure"), out.toString());
        assertEquals(0, run("verify", "--trust", policy, checkpoint));
        assertEquals(1, run("verify", "--trust", policy, "--since", since, checkpoint));
        assertTrue(out.toString().contains("consistency-not-shown"), out.toString());
        assertEquals(0, run("verify", "--trust", policy, "--since", since, "--consistency", consistency, checkpoint));
        assertEquals(0, run("verify", "--trust", policy, "--since", since, "--consistency", consistency, proof));
        assertEquals(1, run("verify", "--trust", policy, policy));
        assertTrue(out.toString().contains("neither a bundle nor a proof file nor a checkpoint"), out.toString());
    }

    @Test
    void asksForWhatThisBundleLeavesOut() {
        assertEquals(0, run("verify", "--trust", policy, "--covered-to", "0", bundle));
        assertEquals(0, run("verify", "--trust", policy, "--covered-to", "3", later));
        assertEquals(1, run("verify", "--trust", policy, "--covered-to", "2", later));
        assertTrue(out.toString().contains("gap: entries 2 to 2 are not covered"), out.toString());
    }

    @Test
    void theVerdictIsTheLastLineAndProgressGoesElsewhere() {
        assertEquals(0, run("verify", "--progress", "--trust", policy, bundle));
        assertEquals(
                "VALID", out.toString().lines().reduce((one, other) -> other).orElseThrow());
    }

    @Test
    void exitsWithTwoWhenUsedWrongly() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken"), "log nobody\n");
        for (List<Object> arguments : List.<List<Object>>of(
                List.of(),
                List.of("verify"),
                List.of("verify", "--frobnicate", bundle),
                List.of("verify", bundle, bundle),
                List.of("verify", "--since", since, bundle),
                List.of("verify", "--trust", policy, "--consistency", consistency, bundle),
                List.of("verify", "--trust", policy, "--since", since, "--consistency", policy, bundle),
                List.of("verify", "--trust", policy, "--covered-to", "-1", bundle),
                List.of("verify", "--trust", policy, "--covered-to", "x", bundle),
                List.of("verify", "--trust", broken, bundle),
                List.of("verify", "--trust", bundle, bundle),
                List.of("verify", "--trust", policy, "--since", policy, bundle),
                List.of("verify", "--trust", folder.resolve("absent"), bundle),
                List.of("verify", "--trust", policy, folder.resolve("absent")),
                List.of("verify", "--trust", policy, folder),
                List.of("certify", bundle))) {
            assertEquals(2, run(arguments.toArray()), arguments.toString());
            assertFalse(out.toString().contains("VALID"), arguments.toString());
        }
    }

    @Test
    void reportsAsJson() throws Exception {
        assertEquals(0, run("verify", "--json", "--trust", policy, bundle));
        JsonNode valid = new ObjectMapper().readTree(out.toString());
        assertEquals("valid", valid.path("verdict").asText());
        assertEquals(6, valid.path("covered").path("opened").asInt());

        assertEquals(1, run("verify", "--json", "--trust", policy, altered));
        JsonNode refused = new ObjectMapper().readTree(out.toString());
        assertEquals("refused", refused.path("verdict").asText());
        assertEquals(2, refused.path("findings").path(0).path("index").asInt());
        assertEquals(
                "opening-differs", refused.path("findings").path(0).path("code").asText());
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return commandLine.execute(texts);
    }
}
