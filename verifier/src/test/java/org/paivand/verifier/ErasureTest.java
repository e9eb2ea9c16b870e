package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.proof.LogProof;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;

/** Opened, erased with certificate, and unexplained are three things. */
class ErasureTest extends EvidenceTest {
    private static final Set<Long> ERASED = Set.of(1L, 2L, 4L);

    @Test
    void anErasedOpeningIsExplainedByItsCertificate() throws Exception {
        Book book = Book.of(6);
        certify(book, Book.ORIGIN, new Erasure.IndexRange(1, 3), new Erasure.IndexRange(4, 5));
        Preface preface = book.preface().certificates(List.of(book.proof(6)));

        Report report = verify(book, book.bundle(preface, 0, 7, ERASED));

        assertValid(report);
        assertEquals(new Counts(4, 3, 0, 2), report.counts());
        assertEquals(
                "covered    entries 0 to 6: 4 opened, 3 erased with certificate, 2 decisions made again",
                ReportText.of(report).lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void theCertificateMayStandInALaterLogThatIsTrustedToo() throws Exception {
        Book book = Book.of(6);
        Book later = new Book("paivand.example/tj/2027");
        certify(later, Book.ORIGIN, new Erasure.IndexRange(0, 6));
        Preface preface = book.preface().certificates(List.of(later.proof(0)));
        byte[] bundle = book.bundle(preface, 0, 6, ERASED);
        String keys = "log " + book.key.verifierKey() + "\nlog " + later.key.verifierKey() + "\nquorum none\n";
        WitnessPolicy both = WitnessPolicy.parse(keys.getBytes(StandardCharsets.UTF_8));

        assertValid(Verification.trusting(both).verify(file(bundle)));
        Report alone = verify(book, bundle);
        assertRefused(Fault.CERTIFICATE_INVALID, alone);
        assertRefused(Fault.UNEXPLAINED, 4, alone);
        assertEquals(new Counts(3, 0, 3, 2), alone.counts());
    }

    @Test
    void whatNoCertificateNamesIsUnexplained() throws Exception {
        Book book = Book.of(6);
        certify(book, Book.ORIGIN, new Erasure.IndexRange(1, 2), new Erasure.IndexRange(4, 5));
        Preface preface = book.preface().certificates(List.of(book.proof(6)));

        Report report = verify(book, book.bundle(preface, 0, 7, ERASED));

        assertRefused(Fault.UNEXPLAINED, 2, report);
        assertEquals(1, report.findingsTotal());
        assertEquals(new Counts(4, 2, 1, 2), report.counts());
    }

    @Test
    void aCertificateForAnotherLogOrOfACaseOrOfNothingCountsForNothing() throws Exception {
        Book book = Book.of(6);
        certify(book, "paivand.example/kz/2026", new Erasure.IndexRange(0, 6));
        book.write(new Scene.Told(
                new ErasureCertified(Scene.head(7, Scene.T0.plusSeconds(3607)), new Erasure.OfCase(), "u-8"),
                Optional.empty()));

        for (int index : List.of(6, 7, 0)) {
            LogProof proof = book.proof(index);
            Report report = verify(book, book.bundle(book.preface().certificates(List.of(proof)), 0, 6, Set.of(3L)));
            assertRefused(Fault.CERTIFICATE_INVALID, report);
            assertRefused(Fault.UNEXPLAINED, 3, report);
        }
    }

    @Test
    void aCertificateOutsideTheLogOfItsCheckpointCountsForNothing() throws Exception {
        Book book = Book.of(6);
        certify(book, Book.ORIGIN, new Erasure.IndexRange(0, 6));
        Book forged = Book.of(6);
        certify(forged, Book.ORIGIN, new Erasure.IndexRange(0, 6));
        String proof = new String(forged.proof(6).encode(), StandardCharsets.UTF_8);
        String real = new String(book.checkpoint().encode(), StandardCharsets.UTF_8);
        LogProof mixed =
                LogProof.parse((proof.substring(0, proof.indexOf("\n\n") + 2) + real).getBytes(StandardCharsets.UTF_8));

        Report report = verify(book, book.bundle(book.preface().certificates(List.of(mixed)), 0, 6, Set.of(3L)));

        assertRefused(Fault.CERTIFICATE_INVALID, report);
        assertRefused(Fault.UNEXPLAINED, 3, report);
    }

    private static void certify(Book book, String origin, Erasure.IndexRange... ranges) throws Exception {
        int number = (int) book.store.head().size();
        EventHead head = Scene.head(number, Scene.T0.plusSeconds(3600 + number));
        EventHead ofNoCase = new EventHead(
                new UUID(7, number), new UUID(8, number), head.occurredAt(), Optional.empty(), head.discloser());
        Erasure erased = new Erasure.OfOpenings(origin, List.of(ranges));
        book.write(new Scene.Told(new ErasureCertified(ofNoCase, erased, "u-8"), Optional.empty()));
    }
}
