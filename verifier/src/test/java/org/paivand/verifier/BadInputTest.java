package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import picocli.CommandLine;

/** Each way to be handed bad evidence: status 1, and a line that says what is wrong. */
class BadInputTest extends EvidenceTest {
    private final Book book = Book.of(9);
    private final Map<String, byte[]> members = Book.members(book.bundle());

    BadInputTest() throws Exception {}

    @Test
    void aZipThatIsCutOff() throws Exception {
        byte[] whole = book.bundle();
        for (int length : new int[] {2, 30, whole.length / 2, whole.length - 1}) {
            assertTold("malformed: ", Arrays.copyOf(whole, length));
        }
        assertTold("malformed: not a zip file of at most 4 GiB", Arrays.copyOf(whole, 10));
        assertTold("malformed: the zip file does not end in a plain central directory", Arrays.copyOf(whole, 1000));
    }

    @Test
    void aBomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertTold("malformed: manifest is larger than it may be", out.toByteArray());
    }

    @Test
    void aNameThatLeadsOutOfTheBundle() throws Exception {
        for (String name : List.of("../../etc/passwd", "/etc/passwd", "openings/../1", "C:\\x", "openings/./1")) {
            Map<String, byte[]> strange = new LinkedHashMap<>(members);
            strange.put(name, new byte[1]);
            assertTold("malformed: the bundle has members that do not belong in it", Book.zip(strange));
            assertTold("malformed: where manifest belongs stands something else", Book.zip(renamed("manifest", name)));
        }
    }

    @Test
    void oneNameTwice() throws Exception {
        byte[] twice = replaced(Book.zip(members), "openings/8", "openings/7");
        Map<String, byte[]> odd = new LinkedHashMap<>(members);
        odd.put("openings/8x", new byte[1]);
        byte[] again = replaced(Book.zip(odd), "openings/8x", "openings/8\0");

        assertTold("malformed: the bundle has members that do not belong in it", twice);
        assertTold("malformed: a member's name is not plain ASCII", again);
    }

    @Test
    void aVersionThatIsNotKnown() throws Exception {
        members.computeIfPresent("manifest", (name, text) -> replaced(text, "bundle/v1", "bundle/v2"));

        assertTold("malformed: a bundle of another version than paivand-bundle/v1, or none", Book.zip(members));
    }

    @Test
    void aCheckpointOfAnotherOrigin() throws Exception {
        Book other = new Book("paivand.example/kz/2026");
        String text = new Checkpoint(other.origin, book.store.head()).text();
        SignedNote note = new SignedNote(text, List.of(other.key.sign(text)));
        members.put("checkpoint", note.encode());

        assertTold("malformed: the manifest speaks of another checkpoint", Book.zip(members));
        assertTold("untrusted: no log of the policy signed this checkpoint", book.bundle(note, 0, 9));
        assertTold("untrusted: no log of the policy signed this checkpoint", note.encode());
    }

    @Test
    void aLogThatWasRolledBack() throws Exception {
        SignedNote seen = book.checkpoint(new TreeHead(12, Hash.leaf(new byte[1])));

        assertTold(
                "not-consistent: the log was larger in the earlier checkpoint: this evidence is older, or the log was cut",
                book.bundle(),
                seen);
        assertTold(
                "not-consistent: the log was larger in the earlier checkpoint: this evidence is older, or the log was cut",
                book.checkpoint().encode(),
                seen);
    }

    @Test
    void aLogThatWasForked() throws Exception {
        Book fork = Book.of(9);
        for (long size : new long[] {5, 9}) {
            SignedNote seen = book.checkpoint(new LogProofs(fork.store).head(size));
            assertTold("not-consistent: the log does not continue the earlier checkpoint", book.bundle(), seen);
        }
    }

    @Test
    void aWrongKey() throws Exception {
        assertTold(
                "untrusted: no log of the policy signed this checkpoint",
                Book.of(9).bundle());
        byte[] false1 = replaced(book.checkpoint().encode(), "\n9\n", "\n8\n");
        assertTold("untrusted: a false signature under the name of " + Book.ORIGIN, false1);
    }

    @Test
    void aProofOfAnotherEntry() throws Exception {
        String three = new String(book.proof(3).encode(), StandardCharsets.UTF_8);
        String extra = three.lines().skip(1).findFirst().orElseThrow();
        String other = new String(book.proof(4).encode(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertTold(
                "entry 3: proof-invalid: the path leads to another root",
                three.replace(extra, other).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aScopeThatLies() throws Exception {
        byte[] period = book.bundle(3, 5);
        Map<String, byte[]> wider = Book.members(period);
        wider.computeIfPresent("manifest", (name, text) -> replaced(text, "to 5", "to 6"));
        Map<String, byte[]> narrower = Book.members(period);
        narrower.computeIfPresent("manifest", (name, text) -> replaced(text, "to 5", "to 4"));
        Map<String, byte[]> selection = Book.members(book.selection(book.preface(), List.of(3)));
        selection.computeIfPresent("manifest", (name, text) -> replaced(text, "selection", "period"));

        assertTold("entry 5: unexplained: neither an opening nor a certificate", Book.zip(wider));
        assertTold("malformed: ", Book.zip(narrower));
        assertTold("malformed: ", Book.zip(selection));
    }

    private Map<String, byte[]> renamed(String from, String to) {
        Map<String, byte[]> renamed = new LinkedHashMap<>();
        members.forEach((name, content) -> renamed.put(name.equals(from) ? to : name, content));
        return renamed;
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void assertTold(String what, byte[] evidence) throws Exception {
        assertTold(what, evidence, List.of());
    }

    private void assertTold(String what, byte[] evidence, SignedNote since) throws Exception {
        assertTold(what, evidence, List.of("--since", file(since.encode()).toString()));
    }

    private void assertTold(String what, byte[] evidence, List<String> more) throws Exception {
        Path trust = Files.writeString(
                folder.resolve("trust"), "log " + book.key.verifierKey().text() + "\nquorum none\n");
        StringWriter out = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out));
        List<String> arguments = new ArrayList<>(List.of("verify", "--trust", trust.toString()));
        arguments.addAll(more);
        arguments.add(file(evidence).toString());

        assertEquals(1, command.execute(arguments.toArray(String[]::new)), out.toString());
        assertTrue(out.toString().contains(what), out.toString());
        assertTrue(out.toString().endsWith("REFUSED" + System.lineSeparator()), out.toString());
    }
}
