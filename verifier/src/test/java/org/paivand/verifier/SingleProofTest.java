package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.paivand.audit.log.EntryType;

/** Proof files, and selections, whose entries have a proof each. */
class SingleProofTest extends EvidenceTest {
    @Test
    void acceptsAProofFileOfEachEntry() throws Exception {
        Book book = Book.of(7);
        for (int index = 0; index < 7; index++) {
            Report report = verify(book, book.proof(index).encode());

            assertValid(report);
            assertEquals(Subject.PROOF, report.subject());
            assertEquals(index, report.proven().orElseThrow().index());
        }
        Report unvouched = Verification.withoutTrust().verify(file(book.proof(3).encode()));
        assertEquals(Verdict.NOT_AUTHENTICATED, unvouched.verdict());
    }

    @Test
    void tellsNothingThatTheOpeningHolds() throws Exception {
        Book book = Book.of(1);
        Report report = verify(book, book.proof(0).encode());

        for (String text : List.of(ReportText.of(report), ReportJson.of(report))) {
            assertFalse(text.contains("shelter"), text);
            assertFalse(text.contains("w-14"), text);
        }
    }

    @Test
    void refusesAProofOfAnotherEntry() throws Exception {
        Book book = Book.of(7);
        String three = text(book, 3);
        String four = text(book, 4);
        String extra = three.lines().skip(1).findFirst().orElseThrow();
        String otherExtra = four.lines().skip(1).findFirst().orElseThrow();

        assertRefused(Fault.PROOF_INVALID, 3, verify(book, bytes(three.replace(extra, otherExtra))));
        assertRefused(Fault.PROOF_INVALID, 2, verify(book, bytes(three.replace("index 3", "index 2"))));
        assertRefused(Fault.PROOF_INVALID, 7, verify(book, bytes(three.replace("index 3", "index 7"))));
        assertRefused(Fault.MALFORMED, OptionalLong.empty(), verify(book, bytes(three.replace(extra + "\n", ""))));
        assertRefused(Fault.UNTRUSTED, verify(Book.of(7), bytes(three)));
    }

    @Test
    void refusesAnEventThatIsNoneOrOfAnotherType() throws Exception {
        Book book = new Book();
        book.write(EntryType.DENIAL, bytes("{}"), Optional.empty());

        assertRefused(Fault.EVENT_INVALID, 0, verify(book, book.proof(0).encode()));
    }

    @Test
    void acceptsASelectionAndMakesItsDecisionsAgain() throws Exception {
        Book book = Book.of(300);

        Report report = verify(book, book.selection(book.preface(), List.of(0, 1, 2, 255, 256, 299)));

        assertValid(report);
        assertEquals(new Counts(6, 0, 0, 4), report.counts());
        assertEquals(
                "selected   entries of 300: 6 opened, 4 decisions made again",
                ReportText.of(report).lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void refusesAnEntryOfASelectionThatItsProofDoesNotShow() throws Exception {
        Book book = Book.of(9);
        Map<String, byte[]> good = Book.members(book.selection(book.preface(), List.of(3, 5)));
        Map<String, byte[]> otherProof = new LinkedHashMap<>(good);
        otherProof.put("proofs/5", good.getOrDefault("proofs/3", new byte[0]));
        Map<String, byte[]> noProof = new LinkedHashMap<>(good);
        noProof.put("proofs/5", new byte[0]);
        Map<String, byte[]> otherOpening = new LinkedHashMap<>(good);
        otherOpening.put("openings/5", good.getOrDefault("openings/3", new byte[0]));
        Map<String, byte[]> otherIndex = new LinkedHashMap<>();
        good.forEach((name, content) -> otherIndex.put(name.replace("/5", "/4"), content));

        assertRefused(Fault.PROOF_INVALID, 5, verify(book, Book.zip(otherProof)));
        assertRefused(Fault.PROOF_INVALID, 5, verify(book, Book.zip(noProof)));
        assertRefused(Fault.PROOF_INVALID, 5, verify(book, Book.zip(otherOpening)));
        assertRefused(Fault.PROOF_INVALID, 4, verify(book, Book.zip(otherIndex)));
    }

    @Test
    void refusesASelectionUnderAManifestThatSaysPeriodAndTheReverse() throws Exception {
        Book book = Book.of(9);
        Map<String, byte[]> selection = Book.members(book.selection(book.preface(), List.of(3, 5)));
        Map<String, byte[]> period = Book.members(book.bundle());
        byte[] ofPeriod = period.getOrDefault("manifest", new byte[0]);
        period.put("manifest", selection.getOrDefault("manifest", new byte[0]));
        selection.put("manifest", ofPeriod);

        assertRefused(Fault.MALFORMED, 0, verify(book, Book.zip(selection)));
        assertRefused(Fault.MALFORMED, 0, verify(book, Book.zip(period)));
    }

    private static String text(Book book, int index) throws Exception {
        return new String(book.proof(index).encode(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
