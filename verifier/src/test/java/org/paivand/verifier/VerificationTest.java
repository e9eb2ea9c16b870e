package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.PolicyDocument;

class VerificationTest {
    @TempDir
    Path folder;

    @Test
    void acceptsAWholeLogAndMakesEachDecisionAgain() throws Exception {
        Book book = Book.of(9);

        Report report = verify(book, book.bundle());

        assertValid(report);
        assertEquals(9, report.opened());
        assertEquals(6, report.replayed());
    }

    @Test
    void acceptsAPeriodOfALongerLog() throws Exception {
        Book book = Book.of(530);

        for (long[] period : new long[][] {{0, 1}, {258, 300}, {511, 513}, {529, 530}}) {
            Report report = verify(book, book.bundle(period[0], period[1]));

            assertValid(report);
            assertEquals(period[1] - period[0], report.opened());
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
        SignedNote witnessed = alone.with(List.of(witness.cosign(alone.text(), Scene.T0)));
        SignedNote falsely = alone.with(List.of(witness.cosign("other\n", Scene.T0)));

        Report good = Verification.trusting(policy).verify(file(book.bundle(witnessed, 0, 3)));
        assertValid(good);
        assertEquals(Map.of("kz", Scene.T0), good.cosignedAt());
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
    void everyCoveredEntryIsExplained() throws Exception {
        Book book = Book.of(6);
        Map<String, byte[]> members = Book.members(book.bundle());
        members.remove("openings/2");

        assertRefused(Fault.UNEXPLAINED, OptionalLong.of(2), verify(book, Book.zip(members)));
    }

    @Test
    void anOpeningExplainsItsOwnEntryOnly() throws Exception {
        Book book = Book.of(6);
        Map<String, byte[]> members = Book.members(book.bundle());
        members.put("openings/2", members.getOrDefault("openings/5", new byte[0]));

        assertRefused(Fault.OPENING_DIFFERS, OptionalLong.of(2), verify(book, Book.zip(members)));
    }

    @Test
    void aDecisionNeedsItsInputAndItsPolicy() throws Exception {
        Book book = Book.of(6);
        Map<String, byte[]> withoutInput = Book.members(book.bundle());
        withoutInput.remove("inputs/3.json");
        Map<String, byte[]> otherInput = Book.members(book.bundle());
        otherInput.put("inputs/3.json", otherInput.getOrDefault("inputs/0.json", new byte[0]));
        Map<String, byte[]> withoutPolicy = Book.members(book.bundle());
        withoutPolicy.keySet().removeIf(name -> name.startsWith("policies/"));

        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(3), verify(book, Book.zip(withoutInput)));
        assertRefused(Fault.INPUT_DIFFERS, OptionalLong.of(3), verify(book, Book.zip(otherInput)));
        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(0), verify(book, Book.zip(withoutPolicy)));
    }

    @Test
    void aLaxerPolicyDoesNotReplaceTheOneThatWasApplied() throws Exception {
        Book book = Book.of(3);
        byte[] laxer = new String(Scene.POLICY.bytes(), StandardCharsets.UTF_8)
                .replace("\"personal\" : 365", "\"personal\" : 366")
                .getBytes(StandardCharsets.UTF_8);
        PolicyDocument.parse(laxer);
        Map<String, byte[]> members = new java.util.LinkedHashMap<>();
        Book.members(book.bundle())
                .forEach((name, content) -> members.put(
                        name.startsWith("policies/")
                                ? "policies/" + Hash.sha256(laxer).hex() + ".json"
                                : name,
                        name.startsWith("policies/") ? laxer : content));

        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(0), verify(book, Book.zip(members)));
    }

    @Test
    void refusesADisclosureThatSaysOtherThanWasDecided() throws Exception {
        DecisionInput input = Scene.input(0, true);
        Disclosure honest = Scene.disclosure(0, input, input.replay(Scene.POLICY));
        List<Released> more = new ArrayList<>(honest.released());
        more.add(new Released(Category.of("health"), more.get(0).basis(), Set.of()));
        Terms terms = honest.terms();
        Terms longer =
                new Terms(terms.handling(), terms.onward(), terms.retainUntil().plusSeconds(1));
        Terms onward = new Terms(terms.handling(), !terms.onward(), terms.retainUntil());

        assertTold(honest, input, Optional.empty());
        assertTold(with(honest, more, List.of(), terms), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                with(honest, honest.released().subList(0, 1), honest.withheld(), terms),
                input,
                Optional.of(Fault.DECISION_DIFFERS));
        assertTold(with(honest, honest.released(), List.of(), terms), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                with(honest, honest.released(), honest.withheld(), longer), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                with(honest, honest.released(), honest.withheld(), onward), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                at(honest, honest.head().occurredAt().plus(Duration.ofMinutes(6))),
                input,
                Optional.of(Fault.DECISION_DIFFERS));
    }

    @Test
    void refusesADisclosureOnAnInputThatPermitsNothing() throws Exception {
        DecisionInput accepted = Scene.input(0, true);
        DecisionInput notAccepted = Scene.input(0, false);
        DisclosureEvent forged = Scene.disclosure(0, notAccepted, accepted.replay(Scene.POLICY));

        assertTold(forged, notAccepted, Optional.of(Fault.DECISION_DIFFERS));
    }

    @Test
    void refusesEventsThatAreNotWhatTheirEntrySays() throws Exception {
        byte[] event = EventJson.write(Scene.auditorAccess(0).event());
        for (EntryType type : EntryType.values()) {
            if (type != EntryType.AUDITOR_ACCESS) {
                Book book = new Book();
                book.write(type, event, Optional.empty());
                assertRefused(Fault.EVENT_INVALID, OptionalLong.of(0), verify(book, book.bundle()));
            }
        }
        for (String hostile : List.of("{}", "null", "[]", "x", "{\"a\":1}", "[".repeat(60_000))) {
            Book book = new Book();
            book.write(EntryType.DENIAL, hostile.getBytes(StandardCharsets.UTF_8), Optional.empty());
            assertRefused(Fault.EVENT_INVALID, OptionalLong.of(0), verify(book, book.bundle()));
        }
    }

    @Test
    void refusesAnInputThatNoDecisionNames() throws Exception {
        Book book = new Book();
        book.write(
                EntryType.AUDITOR_ACCESS, EventJson.write(Scene.auditorAccess(0).event()), Optional.of(new byte[1]));

        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(0), verify(book, book.bundle()));
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

    private void assertTold(DisclosureEvent event, DecisionInput input, Optional<Fault> expected) throws Exception {
        Book book = new Book();
        book.write(new Scene.Told(event, Optional.of(input)));
        Report report = verify(book, book.bundle());
        assertEquals(
                expected.map(List::of).orElse(List.of()),
                report.findings().stream().map(Finding::fault).toList(),
                report.toString());
    }

    private static DisclosureEvent with(
            Disclosure event,
            List<Released> released,
            List<org.paivand.disclosure.event.Withheld> withheld,
            Terms terms) {
        return new Disclosure(
                event.head(),
                event.to(),
                event.forPurpose(),
                released,
                withheld,
                event.decision(),
                event.payload(),
                terms,
                event.breakGlass(),
                event.authoriser());
    }

    private static DisclosureEvent at(Disclosure event, Instant at) {
        return new Disclosure(
                Scene.head(0, at),
                event.to(),
                event.forPurpose(),
                event.released(),
                event.withheld(),
                event.decision(),
                event.payload(),
                event.terms(),
                event.breakGlass(),
                event.authoriser());
    }

    private void assertNotConsistent(Book book, SignedNote seen, Path bundle) throws IOException {
        Report report = trusting(book).since(seen).verify(bundle);
        assertRefused(Fault.NOT_CONSISTENT, OptionalLong.empty(), report);
    }

    private static void assertValid(Report report) {
        assertEquals(List.of(), report.findings());
        assertEquals(Verdict.VALID, report.verdict());
    }

    private static void assertRefused(Fault fault, OptionalLong index, Report report) {
        assertEquals(Verdict.REFUSED, report.verdict());
        assertTrue(
                report.findings().stream()
                        .anyMatch(
                                found -> found.fault() == fault && found.index().equals(index)),
                () -> fault + " expected in " + report.findings());
    }

    private Report verify(Book book, byte[] bundle) throws IOException {
        return trusting(book).verify(file(bundle));
    }

    private static Verification trusting(Book book) {
        return Verification.trusting(WitnessPolicy.trusting(book.key.verifierKey()));
    }

    private Path file(byte[] bundle) throws IOException {
        Path file = Files.createTempFile(folder, "bundle", ".zip");
        Files.write(file, bundle);
        return file;
    }
}
