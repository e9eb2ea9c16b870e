package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.LogPlace;
import org.paivand.disclosure.event.LogSuccession;

/** The auditor holds the old log's last checkpoint, and gets a bundle of the log that succeeds it. */
class SuccessionTest extends EvidenceTest {
    private final Book old;
    private final Book fresh = new Book("paivand.example/tj/2027");
    private final Verification verification;

    SuccessionTest() throws Exception {
        old = Book.of(5);
        change(old, fresh, Optional.empty());
        String keys = "log " + old.key.verifierKey() + "\nlog " + fresh.key.verifierKey() + "\nquorum none\n";
        verification = Verification.trusting(WitnessPolicy.parse(keys.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theOldLogNamesItsSuccessorsKey() throws Exception {
        Report report = verification.verify(file(old.bundle()));

        assertValid(report);
        assertTrue(ReportText.of(report).contains(fresh.key.verifierKey().text()), ReportText.of(report));
    }

    @Test
    void theNewLogBeginsWhereTheAuditorSawTheOldOneEnd() throws Exception {
        begin(place(old.store.head()));

        assertValid(verification.since(old.checkpoint()).verify(file(fresh.bundle())));
    }

    @Test
    void whatTheOldLogGrewInBetweenIsShownByAConsistencyProof() throws Exception {
        begin(place(old.store.head()));
        Verification since = verification.since(old.checkpoint(3));

        assertRefused(Fault.CONSISTENCY_NOT_SHOWN, 0, since.verify(file(fresh.bundle())));
        assertValid(
                since.consistency(new LogProofs(old.store).consistency(3, 6)).verify(file(fresh.bundle())));
        assertRefused(
                Fault.NOT_CONSISTENT,
                0,
                since.consistency(new LogProofs(old.store).consistency(2, 6)).verify(file(fresh.bundle())));
    }

    @Test
    void refusesASuccessorThatForgetsEntriesOrRewritesThem() throws Exception {
        begin(place(new LogProofs(old.store).head(4)));
        assertRefused(Fault.NOT_CONSISTENT, 0, sinceOldEnd(fresh));

        Book other = new Book(fresh.origin);
        change(other, other, Optional.of(place(new TreeHead(6, Hash.leaf(new byte[1])))));
        assertRefused(
                Fault.NOT_CONSISTENT,
                0,
                trustingBoth(other).since(old.checkpoint()).verify(file(other.bundle())));
    }

    @Test
    void refusesALogThatSucceedsNothingOrAnother() throws Exception {
        begin(new LogPlace(
                "paivand.example/kz/2026", 6, Sha256.of(old.store.head().root().hex())));
        assertRefused(Fault.NOT_CONSISTENT, 0, sinceOldEnd(fresh));

        Book without = Book.of(3);
        Report report = trustingBoth(without).since(fresh.checkpoint()).verify(file(without.bundle()));
        assertRefused(Fault.NOT_CONSISTENT, report);
    }

    @Test
    void aLaterPeriodOfTheNewLogShowsNothingOfTheOldOne() throws Exception {
        begin(place(old.store.head()));
        fresh.write(Scene.auditorAccess(1));

        assertRefused(
                Fault.CONSISTENCY_NOT_SHOWN,
                verification.since(old.checkpoint()).verify(file(fresh.bundle(1, 2))));
        assertRefused(
                Fault.CONSISTENCY_NOT_SHOWN,
                verification
                        .since(old.checkpoint())
                        .verify(file(fresh.checkpoint().encode())));
    }

    @Test
    void aLogBeginsOnce() throws Exception {
        begin(place(old.store.head()));
        begin(place(old.store.head()));

        assertRefused(Fault.EVENT_INVALID, 1, verification.verify(file(fresh.bundle())));
    }

    private Report sinceOldEnd(Book book) throws Exception {
        return verification.since(old.checkpoint()).verify(file(book.bundle()));
    }

    private Verification trustingBoth(Book book) throws Exception {
        Book earlier = book.origin.equals(old.origin) ? fresh : old;
        String keys = "log " + earlier.key.verifierKey() + "\nlog " + book.key.verifierKey() + "\nquorum none\n";
        return Verification.trusting(WitnessPolicy.parse(keys.getBytes(StandardCharsets.UTF_8)));
    }

    private void begin(LogPlace previous) throws Exception {
        change(fresh, fresh, Optional.of(previous));
    }

    private LogPlace place(TreeHead head) {
        return new LogPlace(old.origin, head.size(), Sha256.of(head.root().hex()));
    }

    private static void change(Book in, Book to, Optional<LogPlace> previous) throws Exception {
        int number = 900 + (int) in.store.head().size();
        EventHead head = Scene.head(number, Scene.T0.plusSeconds(3700));
        EventHead ofNoCase = new EventHead(
                new UUID(7, number), new UUID(8, number), head.occurredAt(), Optional.empty(), head.discloser());
        String key = to.key.verifierKey().text();
        in.write(new Scene.Told(
                new LogChanged(ofNoCase, LogSuccession.YEAR, to.origin, key, previous), Optional.empty()));
    }
}
