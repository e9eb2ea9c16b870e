package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;

/** What tests of evidence have in common. */
abstract class EvidenceTest {
    @TempDir
    Path folder;

    static void assertValid(Report report) {
        assertEquals(List.of(), report.findings());
        assertEquals(Verdict.VALID, report.verdict());
    }

    static void assertRefused(Fault fault, Report report) {
        assertRefused(fault, OptionalLong.empty(), report);
    }

    static void assertRefused(Fault fault, long index, Report report) {
        assertRefused(fault, OptionalLong.of(index), report);
    }

    static void assertRefused(Fault fault, OptionalLong index, Report report) {
        assertEquals(Verdict.REFUSED, report.verdict());
        assertTrue(
                report.findings().stream()
                        .anyMatch(
                                found -> found.fault() == fault && found.index().equals(index)),
                () -> fault + " expected in " + report.findings());
    }

    Report verify(Book book, byte[] evidence) throws IOException {
        return trusting(book).verify(file(evidence));
    }

    static Verification trusting(Book book) {
        return Verification.trusting(book.policy());
    }

    Path file(byte[] evidence) throws IOException {
        return Files.write(Files.createTempFile(folder, "evidence", ""), evidence);
    }
}
