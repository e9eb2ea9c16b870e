package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;

class VerificationTest extends EvidenceTest {
    private static final Instant SEEN = Scene.T0.plus(Duration.ofHours(2));

    @Test
    void acceptsAWholeLogAndMakesEachDecisionAgain() throws Exception {
        Book book = Book.of(9);

        Report report = verify(book, book.bundle());

        assertValid(report);
        assertEquals(9, report.counts().opened());
        assertEquals(6, report.counts().replayed());
    }

    @Test
    void acceptsAPeriodOfALongerLog() throws Exception {
        Book book = Book.of(530);

        for (long[] period : new long[][] {{0, 1}, {258, 300}, {511, 513}, {529, 530}}) {
            Report report = verify(book, book.bundle(period[0], period[1]));

            assertValid(report);
            assertEquals(period[1] - period[0], report.counts().opened());
        }
    }

    @Test
    void doesNotCallABundleValidThatNobodyVouchesFor() throws Exception {
        Book book = Book.of(3);

        Report report = Verification.withoutTrust().verify(file(book.bundle()));

        assertEquals(Verdict.NOT_AUTHENTICATED, report.verdict());
        assertEquals(1, report.verdict().exitCode());
        assertThrows(
                IllegalStateException.class, () -> Verification.withoutTrust().since(book.checkpoint()));
    }

    @Test
    void seesContradictionsEvenWithoutTrust() throws Exception {
        Book book = Book.of(3);
        byte[] forged = book.bundle(book.checkpoint(new TreeHead(3, Hash.EMPTY)), 0, 3);

        Report report = Verification.withoutTrust().verify(file(forged));

        assertRefused(Fault.ROOT_DIFFERS, OptionalLong.empty(), report);
    }

    @Test
    void believesTheTrustedKeyUnderItsOwnOriginOnly() throws Exception {
        Book book = Book.of(3);
        Book stranger = Book.of(3);
        SignedNote unsigned =
                new SignedNote(book.checkpoint().text(), stranger.checkpoint().signatures());

        assertRefused(Fault.UNTRUSTED, OptionalLong.empty(), verify(book, stranger.bundle()));
        assertRefused(Fault.UNTRUSTED, OptionalLong.empty(), verify(book, book.bundle(unsigned, 0, 3)));
    }

    @Test
    void wantsTheQuorumThatThePolicyNames() throws Exception {
        Book book = Book.of(3);
        Cosigner witness = TestKeys.cosigner("witness.example/kz");
        WitnessPolicy policy =
                WitnessPolicy.parse(("log " + book.key.verifierKey().text() + "\nwitness kz "
                                + witness.verifierKey().text() + "\nquorum kz\n")
                        .getBytes(StandardCharsets.UTF_8));
        SignedNote alone = book.checkpoint();
        SignedNote witnessed = alone.with(List.of(witness.cosign(alone.text(), SEEN)));
        SignedNote falsely = alone.with(List.of(witness.cosign("other\n", SEEN)));

        Report good = Verification.trusting(policy).verify(file(book.bundle(witnessed, 0, 3)));
        assertValid(good);
        assertEquals(Map.of("kz", SEEN), good.cosignedAt());
        for (SignedNote bad : List.of(alone, falsely)) {
            Report report = Verification.trusting(policy).verify(file(book.bundle(bad, 0, 3)));
            assertRefused(Fault.UNTRUSTED, OptionalLong.empty(), report);
        }
    }

    @Test
    void theLogContinuesWhatTheAuditorSawBefore() throws Exception {
        Book book = Book.of(530);
        Path bundle = file(book.bundle(300, 530));

        for (long seen : new long[] {300, 301, 512, 530}) {
            assertValid(trusting(book).since(book.checkpoint(seen)).verify(bundle));
        }
        assertValid(trusting(book).since(book.checkpoint(0)).verify(file(book.bundle())));
    }

    @Test
    void refusesALogThatDoesNotContinueWhatTheAuditorSaw() throws Exception {
        Book book = Book.of(530);
        Path bundle = file(book.bundle(300, 530));
        TreeHead rewritten = new TreeHead(400, Hash.leaf(new byte[1]));
        TreeHead larger = new TreeHead(531, Hash.leaf(new byte[1]));
        String other = new Checkpoint("paivand.example/tj/2025", new TreeHead(400, Hash.EMPTY)).text();

        assertNotConsistent(book, book.checkpoint(rewritten), bundle);
        assertNotConsistent(book, book.checkpoint(larger), bundle);
        assertNotConsistent(book, Book.of(400).checkpoint(), bundle);
        assertNotConsistent(book, new SignedNote(other, List.of(book.key.sign(other))), bundle);
        assertRefused(
                Fault.GAP,
                OptionalLong.empty(),
                trusting(book).since(book.checkpoint(299)).verify(bundle));
    }

    @Test
    void aLogThatWasRewrittenAndSignedAgainIsFoundByTheOlderCheckpoint() throws Exception {
        Book book = Book.of(6);
        SignedNote seen = book.checkpoint(4);
        Book rewritten = Book.of(6);
        String text = rewritten.checkpoint().text();
        SignedNote signedByTheRealKey = new SignedNote(text, List.of(book.key.sign(text)));
        Path bundle = file(rewritten.bundle(signedByTheRealKey, 0, 6));

        assertValid(trusting(book).verify(bundle));
        assertNotConsistent(book, seen, bundle);
    }

    @Test
    void refusesWhatIsNoBundle() throws Exception {
        Book book = Book.of(1);
        for (byte[] bytes : List.of(new byte[0], new byte[22], "PK".getBytes(StandardCharsets.UTF_8), new byte[5000])) {
            assertRefused(Fault.MALFORMED, OptionalLong.empty(), verify(book, bytes));
        }
    }

    @Test
    void listsAHundredFindingsAndCountsTheRest() throws Exception {
        Book book = Book.of(150);
        Map<String, byte[]> members = Book.members(book.bundle());
        members.keySet().removeIf(name -> name.startsWith("openings/") || name.startsWith("inputs/"));

        Report report = verify(book, Book.zip(members));

        assertEquals(100, report.findings().size());
        assertEquals(150, report.findingsTotal());
    }

    private void assertNotConsistent(Book book, SignedNote seen, Path bundle) throws IOException {
        Report report = trusting(book).since(seen).verify(bundle);
        assertRefused(Fault.NOT_CONSISTENT, OptionalLong.empty(), report);
    }
}
