package org.paivand.audit.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.InMemoryLogStore;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;

class LogProofTest {
    private static final int SIZE = 7;

    private final PrivateKeySigner key = TestKeys.signer("log.example");
    private final WitnessPolicy policy = WitnessPolicy.trusting(key.verifierKey());
    private final InMemoryLogStore store = new InMemoryLogStore();

    LogProofTest() throws Exception {
        store.append(
                LogBatch.of(
                        Frontier.EMPTY,
                        List.of(0, 1, 2, 3, 4, 5, 6).stream()
                                .map(index -> opening(index).entry())
                                .toList()),
                1);
    }

    @Test
    void readsBackWhatItWroteForEveryEntryOfEverySize() throws Exception {
        for (int size = 1; size <= SIZE; size++) {
            for (int index = 0; index < size; index++) {
                LogProof proof = proof(index, size);

                LogProof read = LogProof.parse(proof.encode());

                assertEquals(proof, read);
                assertArrayEquals(proof.encode(), read.encode());
                assertEquals(opening(index), read.verify(policy).opening());
                assertEquals(index, read.verify(policy).index());
                assertEquals(size, read.verify(policy).checkpoint().treeHead().size());
            }
        }
    }

    @Test
    void provesTheEntryInItAndNoOther() throws Exception {
        LogProof proof = proof(3, SIZE);

        proof.verify(opening(3).entry(), policy);
        for (int other = 0; other < SIZE; other++) {
            if (other != 3) {
                long index = other;
                assertThrows(
                        InvalidProofException.class,
                        () -> proof.verify(opening(index).entry(), policy));
            }
        }
    }

    @Test
    void refusesTheOpeningOfAnotherEntryAnotherIndexAndAnotherTree() throws Exception {
        String text = text(proof(3, SIZE));
        String others = text(proof(4, SIZE));
        String extra = line(text, 1);

        assertInvalid(text.replace(extra, line(others, 1)));
        assertInvalid(text.replace("index 3\n", "index 2\n"));
        assertInvalid(text.replace("index 3\n", "index 7\n"));
        assertInvalid(text.replace("index 3\n", "index 9223372036854775807\n"));
        assertInvalid(text.substring(0, text.indexOf("\n\n")) + others.substring(others.indexOf("\n\n") - 45));
        assertInvalid(text.replace(note(SIZE), note(6)));
    }

    @Test
    void refusesACheckpointThatNobodyTrustedSigned() throws Exception {
        WitnessPolicy stranger =
                WitnessPolicy.trusting(TestKeys.signer("log.example").verifierKey());
        String text = text(proof(3, SIZE));
        LogProof shrunk = parse(text.replace("\n\nlog.example\n7\n", "\n\nlog.example\n4\n"));

        assertThrows(UntrustedCheckpointException.class, () -> proof(3, SIZE).verify(stranger));
        assertThrows(UntrustedCheckpointException.class, () -> shrunk.verify(policy));
    }

    @Test
    void doesNotAcceptACheckpointOfAnotherLogForItsOwn() throws Exception {
        PrivateKeySigner other = TestKeys.signer("other.example");
        String text = new Checkpoint("other.example", store.head()).text();
        SignedNote note = new SignedNote(text, List.of(other.sign(text)));
        var foreign = WitnessPolicy.trusting(other.verifierKey()).verify(note);

        assertThrows(
                InvalidProofException.class,
                () -> proof(3, SIZE).verify(opening(3).entry(), foreign));
    }

    @Test
    void isNotMadeForWhatItDoesNotShow() throws Exception {
        LogProofs proofs = new LogProofs(store);
        SignedNote note = signed(SIZE);

        assertThrows(IllegalArgumentException.class, () -> LogProof.of(opening(2), 3, proofs.inclusion(3, SIZE), note));
        assertThrows(IllegalArgumentException.class, () -> LogProof.of(opening(3), 3, proofs.inclusion(3, 6), note));
        assertThrows(
                IllegalArgumentException.class,
                () -> LogProof.of(opening(3), 3, proofs.inclusion(3, SIZE), signed("hello\n")));
    }

    @Test
    void aProofWithoutOpeningIsReadAndVerifiedOnlyByWhoHasTheEntry() throws Exception {
        String text = text(proof(3, SIZE));
        LogProof bare = parse(text.replace(line(text, 1) + "\n", ""));

        bare.verify(opening(3).entry(), policy);
        assertThrows(MalformedException.class, () -> bare.verify(policy));
        LogProof foreign = parse(text.replace(line(text, 1), "extra AAAA"));
        assertThrows(MalformedException.class, () -> foreign.verify(policy));
    }

    @Test
    void readsTheExampleOfTheSpecificationUpToItsElidedLines() {
        String example = """
                c2sp.org/tlog-proof@v1
                extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ
                index 73894
                gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
                """;

        assertTrue(LogProof.isProof(example.getBytes(StandardCharsets.UTF_8)));
        assertRefuses(
                example, "C2SP tlog-proof, Format: its extra line is no padded base64, its signatures are elided");
    }

    @Test
    void refusesEveryOtherSpelling() throws Exception {
        String good = text(proof(3, SIZE));
        String extra = line(good, 1);
        String first = line(good, 3);
        for (String bad : List.of(
                "",
                "\n",
                "\n\n",
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\n\n\n",
                good.replace("@v1", "@v2"),
                good.replace("@v1\n", "@v1 \n"),
                " " + good,
                "\ufeff" + good,
                good.replace("\n", "\r\n"),
                good.replace("index 3", "index 03"),
                good.replace("index 3", "index +3"),
                good.replace("index 3", "index -3"),
                good.replace("index 3", "index  3"),
                good.replace("index 3", "index 3 "),
                good.replace("index 3", "index \u0663"),
                good.replace("index 3", "index 9223372036854775808"),
                good.replace("index 3", "index"),
                good.replace("index 3", "Index 3"),
                good.replace("index 3\n", ""),
                good.replace("index 3\n", "index 3\nindex 3\n"),
                good.replace(extra, "extra "),
                good.replace(extra, "extra"),
                good.replace(extra, extra + "="),
                good.replace(extra, extra + "\n" + extra),
                good.replace(extra, "extra QQ"),
                good.replace(extra, "extra QR=="),
                good.replace(extra, "extra _-8="),
                good.replace(extra + "\nindex 3\n", "index 3\n" + extra + "\n"),
                good.replace(first, first.substring(1)),
                good.replace(first, first.replace("=", "")),
                good.replace(first, " " + first),
                good.replace(first, first + "\n" + (first + "\n").repeat(64)),
                good.replace("\n\nlog.example", "\nlog.example"),
                good.replace("\n\nlog.example", "\n\n\nlog.example"),
                good.replace("log.example\n7\n", "log.example\n07\n"),
                good.replace("log.example\n7\n", "7\n"),
                good + "\n",
                good + "x",
                good.substring(0, good.length() - 1),
                good + "\u2014 log.example AAAA\n",
                good + good)) {
            assertRefuses(bad, bad);
        }
    }

    @Test
    void refusesEveryTruncationAndWhatIsTooLong() throws Exception {
        String good = text(proof(3, SIZE));
        for (int length = 0; length < good.length(); length++) {
            assertRefuses(good.substring(0, length), "cut at " + length);
        }
        assertThrows(MalformedException.class, () -> LogProof.parse(new byte[LogProof.MAX_BYTES + 1]));
    }

    @Test
    void noAlteredByteGoesUnseen() throws Exception {
        byte[] good = proof(3, SIZE).encode();
        List<Integer> unseen = new ArrayList<>();
        for (int i = 0; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = good.clone();
                altered[i] ^= (byte) (1 << bit);
                if (verifies(altered)) {
                    unseen.add(i);
                }
            }
        }
        assertEquals(List.of(), unseen);
    }

    private boolean verifies(byte[] bytes) {
        try {
            LogProof.parse(bytes).verify(policy);
            return true;
        } catch (MalformedException | UntrustedCheckpointException | InvalidProofException e) {
            return false;
        }
    }

    private void assertInvalid(String text) throws MalformedException {
        LogProof proof = parse(text);
        assertThrows(InvalidProofException.class, () -> proof.verify(policy), text);
    }

    private static void assertRefuses(String text, String what) {
        assertThrows(MalformedException.class, () -> parse(text), what);
    }

    private LogProof proof(long index, long size) throws Exception {
        return LogProof.of(opening(index), index, new LogProofs(store).inclusion(index, size), signed(size));
    }

    private SignedNote signed(long size) throws Exception {
        return signed(new Checkpoint("log.example", new LogProofs(store).head(size)).text());
    }

    private SignedNote signed(String text) throws Exception {
        return new SignedNote(text, List.of(key.sign(text)));
    }

    private String note(long size) throws Exception {
        return new String(signed(size).encode(), StandardCharsets.UTF_8);
    }

    private static LogProof parse(String text) throws MalformedException {
        return LogProof.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(LogProof proof) {
        return new String(proof.encode(), StandardCharsets.UTF_8);
    }

    private static String line(String text, int number) {
        return text.lines().skip(number).findFirst().orElseThrow();
    }

    private static Opening opening(long index) {
        return new Opening(EntryType.DISCLOSURE, new byte[32], ("event " + index).getBytes(StandardCharsets.UTF_8));
    }
}
