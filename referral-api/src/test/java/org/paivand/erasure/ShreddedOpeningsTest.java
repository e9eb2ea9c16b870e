package org.paivand.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.erasure.EndedYear.refused;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.audit.bundle.BundleReader;
import org.paivand.audit.bundle.BundleWriter;
import org.paivand.audit.bundle.BundledEntry;
import org.paivand.audit.bundle.Evidence;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.desk.EvidenceWanted;
import org.paivand.audit.desk.ExportDesk;
import org.paivand.audit.desk.LoggedExport;
import org.paivand.audit.jdbc.JdbcLogStore;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.proof.LogProof;
import org.paivand.entry.Content;
import org.paivand.entry.ProvenEntry;
import org.paivand.export.ExportFormat;
import org.paivand.problem.ProblemCode;
import org.paivand.verifier.Report;
import org.paivand.verifier.Verdict;
import org.paivand.verifier.Verification;
import org.paivand.wiring.TestNode;

/** What auditors meet where openings were shredded, and where they are merely gone. */
@Timeout(120)
class ShreddedOpeningsTest {
    @TempDir
    private Path folder;

    @AutoClose
    private final EndedYear ended = EndedYear.ended();

    private final Instant end = ended.node.clock.instant().plus(Duration.ofDays(7_300));

    ShreddedOpeningsTest() throws Exception {}

    private List<AuditDesk.Shown> all() throws Exception {
        return ended.node.audit().changes(ended.auditor, UUID.randomUUID(), 0, 100);
    }

    private Optional<Path> bundle(EvidenceWanted wanted) throws Exception {
        return ended.node.evidence().bundle(ended.auditor, UUID.randomUUID(), wanted);
    }

    private EvidenceWanted period(Instant from, Instant to) {
        return new EvidenceWanted.Period(Optional.empty(), from, to);
    }

    private Optional<LoggedExport> export(ExportFormat format) throws Exception {
        return ended.node
                .exports()
                .export(ended.auditor, UUID.randomUUID(), new ExportDesk.Wanted(format, ended.before, end, Set.of()));
    }

    private static String written(LoggedExport export) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Report verified(Path bundle) throws Exception {
        return Verification.trusting(WitnessPolicy.trusting(TestNode.logKey())).verify(bundle);
    }

    private static long certificateIndex() throws Exception {
        return TestNode.number("SELECT l.idx FROM paivand_log.shredded s JOIN paivand_log.event e"
                + " ON e.event_id = s.certificate JOIN paivand_log.leaf l ON l.entry = e.entry");
    }

    @Test
    void searchAndReadShowThatItWasThereAndWhichCertificateSaysWhyNoMore() throws Exception {
        ended.shred();

        List<AuditDesk.Shown> rows = all();
        ProvenEntry read = ended.node
                .audit()
                .read(ended.auditor, UUID.randomUUID(), ended.disclosure)
                .orElseThrow();

        long certificate = certificateIndex();
        assertTrue(rows.stream()
                .filter(row -> row.found().index().getAsLong() < certificate - 1)
                .allMatch(row -> shredded(row.content())
                        .filter(by -> by.at().orElseThrow().index() == certificate)
                        .isPresent()));
        assertEquals(Optional.empty(), shredded(rows.get((int) certificate).content()));
        assertEquals(
                certificate,
                shredded(read.content()).orElseThrow().at().orElseThrow().index());
        assertTrue(read.standing().isPresent(), "that it stands there is still proven");
        assertEquals("disclosure", read.found().entry().type().code());
        assertEquals("tj-shelter-north", read.found().columns().recipient().orElseThrow());
    }

    private static Optional<Content.Shredded> shredded(Content content) {
        return content.fold(opening -> Optional.empty(), Optional::of);
    }

    @Test
    void exportsOfEveryFormatKeepTheEntryAndNameTheCertificate() throws Exception {
        ended.shred();
        long certificate = certificateIndex();

        for (ExportFormat format : ExportFormat.values()) {
            String text = written(export(format).orElseThrow());

            assertTrue(text.contains(ended.disclosure.toString()), format.code());
            assertTrue(text.contains("shredded"), format.code());
            assertFalse(text.contains("/givenName"), format.code());
        }
        String lines = written(export(ExportFormat.JSONL).orElseThrow());
        assertTrue(
                lines.contains("\"certificate\":{\"log\":\"" + TestLog.ORIGIN + "\",\"index\":" + certificate + "}"));
    }

    @Test
    void aPeriodIsValidAndSaysHowManyWereShredded() throws Exception {
        long sealed = TestNode.number("SELECT COUNT(*) FROM paivand_log.leaf");
        ended.shred();

        Report whole = verified(bundle(period(ended.before, end)).orElseThrow());
        Report shreddedOnly = verified(
                bundle(period(ended.before, ended.before.plusSeconds(3600))).orElseThrow());

        assertEquals(List.of(), whole.findings());
        assertEquals(Verdict.VALID, whole.verdict());
        assertEquals(sealed, whole.counts().shredded());
        assertTrue(whole.counts().opened() > 0);
        assertEquals(Verdict.VALID, shreddedOnly.verdict());
        assertEquals(0, shreddedOnly.counts().opened());
    }

    @Test
    void withoutItsCertificateAPeriodIsRefused() throws Exception {
        ended.shred();
        Path bundle = bundle(period(ended.before, end)).orElseThrow();

        assertEquals(
                Verdict.VALID, verified(rewritten(bundle, certificates(bundle))).verdict());
        Report without = verified(rewritten(bundle, List.of()));

        assertEquals(Verdict.REFUSED, without.verdict());
        assertEquals(0, without.counts().shredded());
        assertTrue(without.counts().unexplained() > 0);
    }

    @Test
    void withTheCertificateOfAnotherYearAPeriodIsRefused() throws Exception {
        ended.shred();
        int later = ended.year + 11;
        ended.node.clock.move(Duration.between(ended.node.clock.instant(), Retention.USUAL.over(later)));
        UUID approval = ended.propose(ended.chair, later);
        ended.node
                .openings()
                .decide(ended.member, UUID.randomUUID(), later, approval, org.paivand.approval.Verdict.CONFIRM);
        ended.settle();
        Path early =
                bundle(period(ended.before, ended.before.plusSeconds(3600))).orElseThrow();
        Path both = bundle(period(ended.before, end)).orElseThrow();

        List<LogProof> ofFirst = certificates(early);
        List<LogProof> ofSecond = certificates(both).stream()
                .filter(proof -> proof.index() != ofFirst.get(0).index())
                .toList();

        assertEquals(
                Verdict.VALID, verified(early).verdict(), "the first certificate outlives the year it was sealed in");
        assertEquals(Verdict.VALID, verified(both).verdict());
        assertEquals(1, ofSecond.size());
        assertEquals(Verdict.REFUSED, verified(rewritten(early, ofSecond)).verdict());
    }

    @Test
    void whatIsShownSinglyIsRefusedAndThatIsAnEntry() throws Exception {
        ended.shred();
        long before = exports();

        assertEquals(
                ProblemCode.OPENING_SHREDDED,
                refused(() -> ended.node.evidence().proof(ended.auditor, UUID.randomUUID(), ended.disclosure)));
        assertEquals(ProblemCode.OPENING_SHREDDED, refused(() -> bundle(new EvidenceWanted.OfCase(ended.disclosure))));
        assertEquals(before + 2, exports());
    }

    @Test
    void aSelectionHoldsWhatIsLeft() throws Exception {
        ended.shred();

        Path bundle = bundle(new EvidenceWanted.OfAgency(Optional.empty(), "tj-commission", ended.before, end))
                .orElseThrow();

        Report report = verified(bundle);
        assertEquals(Verdict.VALID, report.verdict());
        assertTrue(report.counts().opened() >= 3, "proposal, certificate, confirmation");
    }

    private static long exports() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand_log.event WHERE type = 'export'");
    }

    @Test
    void aKeyThatIsMerelyGoneExplainsNothing() throws Exception {
        Files.delete(ended.key());

        requireUnexplained();
    }

    @Test
    void aRowThatNamesNoCertificateExplainsNothing() throws Exception {
        Files.delete(ended.key());
        TestNode.sql("INSERT INTO paivand_log.shredded VALUES ('" + ended.disclosure + "', " + ended.year + ")");

        requireUnexplained();
    }

    @Test
    void aCertificateOfOneYearExplainsNoOther() throws Exception {
        ended.shred();
        Files.delete(ended.key(ended.year + 11));

        assertThrows(LogUnavailableException.class, this::all);
        Path first =
                bundle(period(ended.before, ended.before.plusSeconds(3600))).orElseThrow();
        assertEquals(Verdict.VALID, verified(first).verdict());
        assertThrows(LogUnavailableException.class, () -> bundle(period(ended.before, end)));
    }

    private void requireUnexplained() throws Exception {
        assertThrows(LogUnavailableException.class, this::all);
        assertThrows(
                LogUnavailableException.class,
                () -> ended.node.audit().read(ended.auditor, UUID.randomUUID(), ended.disclosure));
        assertThrows(LogUnavailableException.class, () -> bundle(period(ended.before, end)));
        assertThrows(LogUnavailableException.class, () -> bundle(new EvidenceWanted.OfCase(ended.disclosure)));
        assertThrows(
                LogUnavailableException.class,
                () -> ended.node.evidence().proof(ended.auditor, UUID.randomUUID(), ended.disclosure));
        for (ExportFormat format : ExportFormat.values()) {
            LoggedExport export = export(format).orElseThrow();
            assertThrows(LogUnavailableException.class, () -> export.write(OutputStream.nullOutputStream()));
        }
    }

    private static List<LogProof> certificates(Path bundle) throws Exception {
        try (BundleReader reader = BundleReader.open(bundle)) {
            return reader.certificates();
        }
    }

    /** The same bundle with other certificates, as somebody would write it who has the log's tables. */
    private Path rewritten(Path bundle, List<LogProof> certificates) throws Exception {
        Path other = Files.createTempFile(folder, "other", ".zip");
        try (BundleReader reader = BundleReader.open(bundle);
                OutputStream out = Files.newOutputStream(other)) {
            Map<Long, Evidence> evidence = new HashMap<>();
            for (Optional<BundledEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
                BundledEntry entry = next.get();
                entry.opening()
                        .ifPresent(
                                opening -> evidence.put(entry.index(), new Evidence(opening, entry.decisionInput())));
            }
            Preface preface = Preface.of(
                            reader.checkpoint(), List.copyOf(reader.policies().values()))
                    .certificates(certificates);
            ended.node.database().<Boolean, Exception>commit(tx -> {
                new BundleWriter(new JdbcLogStore(tx.connection(), TestLog.ORIGIN))
                        .period(
                                out,
                                preface,
                                reader.manifest().from(),
                                reader.manifest().to(),
                                index -> Optional.ofNullable(evidence.get(index)));
                return true;
            });
        }
        return other;
    }
}
