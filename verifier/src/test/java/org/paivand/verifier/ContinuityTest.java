package org.paivand.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;

/** Whether the log continues what the auditor saw, by whatever the evidence shows. */
class ContinuityTest extends EvidenceTest {
    @Test
    void theTilesBeforeAPeriodShowWhereTheLogContinuesAnEarlierCheckpoint() throws Exception {
        Book book = Book.of(1100);
        Book other = Book.of(1100);
        Path bundle = file(book.bundle(1030, 1100));

        for (long seen : new long[] {256, 512, 768, 1024}) {
            assertValid(
                    trusting(book).since(book.checkpoint(seen)).coveredTo(1030).verify(bundle));
            SignedNote rewritten = book.checkpoint(new LogProofs(other.store).head(seen));
            assertRefused(Fault.NOT_CONSISTENT, trusting(book).since(rewritten).verify(bundle));
        }
    }

    @Test
    void whereTheyDoNotAConsistencyProofDoes() throws Exception {
        Book book = Book.of(1100);
        for (long seen : new long[] {1, 255, 300, 1023}) {
            Preface preface = book.preface().since(seen);
            Path with = file(book.bundle(preface, 1030, 1100, Set.of()));
            Path without = file(book.bundle(1030, 1100));
            Verification verification =
                    trusting(book).since(book.checkpoint(seen)).coveredTo(1030);

            assertValid(verification.verify(with));
            assertValid(verification.consistency(proof(book, seen, 1100)).verify(without));
            assertRefused(Fault.CONSISTENCY_NOT_SHOWN, verification.verify(without));
            TreeHead rewritten = new TreeHead(seen, Hash.leaf(new byte[1]));
            assertRefused(
                    Fault.NOT_CONSISTENT,
                    trusting(book).since(book.checkpoint(rewritten)).verify(with));
        }
    }

    @Test
    void aProofFromAnotherSizeShowsNothing() throws Exception {
        Book book = Book.of(600);
        Path bundle = file(book.bundle(book.preface().since(300), 520, 600, Set.of()));

        assertRefused(
                Fault.CONSISTENCY_NOT_SHOWN,
                trusting(book).since(book.checkpoint(301)).verify(bundle));
    }

    @Test
    void aBundleGoesOnWhereTheLastOneEnded() throws Exception {
        Book book = Book.of(600);
        Path bundle = file(book.bundle(300, 600));
        Verification since = trusting(book).since(book.checkpoint(400));

        assertValid(since.verify(bundle));
        assertValid(since.coveredTo(300).verify(bundle));
        assertValid(since.coveredTo(310).verify(bundle));
        assertRefused(Fault.GAP, since.coveredTo(299).verify(bundle));
        assertRefused(Fault.GAP, trusting(book).coveredTo(0).verify(bundle));
        assertValid(trusting(book).coveredTo(0).verify(file(book.bundle(0, 3))));
    }

    @Test
    void aSelectionContinuesByConsistencyProofOnly() throws Exception {
        Book book = Book.of(600);
        Path with = file(book.selection(book.preface().since(256), List.of(3, 300)));
        Verification verification = trusting(book).since(book.checkpoint(256));

        assertValid(verification.verify(with));
        assertRefused(
                Fault.CONSISTENCY_NOT_SHOWN, verification.verify(file(book.selection(book.preface(), List.of(3)))));
        TreeHead rewritten = new TreeHead(256, Hash.EMPTY);
        assertRefused(
                Fault.NOT_CONSISTENT,
                trusting(book).since(book.checkpoint(rewritten)).verify(with));
    }

    @Test
    void aPairOfCheckpointsNeedsAProofUnlessTheyAreOneTree() throws Exception {
        Book book = Book.of(20);
        Path now = file(book.checkpoint().encode());
        Verification since = trusting(book).since(book.checkpoint(13));

        assertValid(trusting(book).verify(now));
        assertValid(trusting(book).since(book.checkpoint()).verify(now));
        assertValid(trusting(book).since(book.checkpoint(0)).verify(now));
        assertValid(since.consistency(proof(book, 13, 20)).verify(now));
        assertRefused(Fault.CONSISTENCY_NOT_SHOWN, since.verify(now));
        assertRefused(
                Fault.NOT_CONSISTENT, since.consistency(proof(book, 12, 20)).verify(now));
        assertRefused(
                Fault.NOT_CONSISTENT, since.consistency(proof(book, 13, 19)).verify(now));
    }

    @Test
    void aForkAndARolledBackLogAreSeenInAPairOfCheckpoints() throws Exception {
        Book book = Book.of(20);
        Path now = file(book.checkpoint().encode());
        TreeHead fork = new TreeHead(20, Hash.leaf(new byte[1]));
        TreeHead larger = new TreeHead(21, Hash.leaf(new byte[1]));

        assertRefused(
                Fault.NOT_CONSISTENT,
                trusting(book).since(book.checkpoint(fork)).verify(now));
        assertRefused(
                Fault.NOT_CONSISTENT,
                trusting(book).since(book.checkpoint(larger)).verify(now));
        assertRefused(Fault.UNTRUSTED, trusting(Book.of(1)).verify(now));
        assertRefused(
                Fault.NOT_CONSISTENT,
                trusting(book).since(Book.of(20).checkpoint()).verify(now));
    }

    private static ConsistencyProof proof(Book book, long older, long newer) throws Exception {
        return new LogProofs(book.store).consistency(older, newer);
    }
}
