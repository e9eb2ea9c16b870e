package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.bundle.Scope;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EmergencyNote;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Receipt;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.disclosure.event.Reviewed;

/** What is told by looking at one entry after the other. */
class RulesTest {
    private static final Instant START = Scene.T0.plusSeconds(3600);
    private static final Instant DUE = START.plus(Duration.ofDays(3));
    private static final String SHELTER = "tj-shelter-north";

    private final Findings findings = new Findings();
    private long seen;

    @Test
    void timesMayOvertakeEachOtherByMinutesNotByMore() {
        Times times = new Times(Optional.empty(), findings);

        tell(times, read(0, START), read(1, START.minus(Times.TOLERANCE)), read(2, START.plusSeconds(9)));
        assertFound();
        tell(times, read(3, START.plusSeconds(8).minus(Times.TOLERANCE)), read(4, START.plusSeconds(1)));
        assertFound("entry 3: time-implausible: it occurred long before an entry that stands before it");
    }

    @Test
    void nothingOccursAfterWitnessesSawIt() {
        Times times = new Times(Optional.of(START), findings);

        tell(times, read(0, START), read(1, START.plus(Times.TOLERANCE)));
        assertFound();
        tell(times, read(2, START.plus(Times.TOLERANCE).plusMillis(1)));
        assertFound("entry 2: time-implausible: it occurred after a witness had seen it in the log");
    }

    @Test
    void anEventStandsInTheLogOnce() {
        Rule receipts = new Receipts(period(0, 9, 9), findings);

        tell(receipts, read(0, START), read(1, START), read(0, START.plusSeconds(1)));

        assertFound("entry 2: event-repeated: another entry tells an event of the same id");
    }

    @Test
    void aReceiptIsThatOfTheDisclosuresRecipient() {
        Rule receipts = new Receipts(period(0, 9, 9), findings);

        tell(receipts, broken(0), receipt(1, 0, SHELTER), receipt(2, 0, "tj-clinic-south"), receipt(3, 1, SHELTER));
        receipts.end();

        assertFound(
                "entry 2: receipt-differs: a receipt by another than the disclosure's recipient",
                "entry 3: receipt-differs: a receipt for what is no disclosure");
    }

    @Test
    void aReceiptMayStandBeforeItsDisclosureButNotWithoutIt() {
        Rule receipts = new Receipts(period(0, 9, 9), findings);

        tell(receipts, receipt(0, 1, SHELTER), broken(1), receipt(2, 77, SHELTER));
        receipts.end();

        assertFound("entry 2: receipt-differs: a receipt for a disclosure that is not here");
    }

    @Test
    void whatLiesBeforeAPeriodIsNotMissedInIt() {
        Rule receipts = new Receipts(period(5, 9, 9), findings);

        seen = 6;
        tell(receipts, receipt(6, 1, SHELTER));
        receipts.end();

        assertFound();
        assertEquals(1, findings.notesTotal());
    }

    @Test
    void aReviewInTimeIsNoFinding() {
        Rule reviews = new Reviews(period(0, 9, 9), findings);

        tell(reviews, broken(0), review(1, 0, DUE.minusMillis(1)), read(2, DUE.plusSeconds(1)));
        reviews.end();

        assertFound();
        assertEquals(0, findings.notesTotal());
    }

    @Test
    void aReviewThatCameLateOrNeverIsOverdue() {
        Rule reviews = new Reviews(period(0, 9, 9), findings);

        tell(reviews, broken(0), broken(1), review(2, 0, DUE));
        reviews.end();

        assertFound(
                "entry 0: review-overdue: due by " + DUE + ", reviewed in entry 2 at " + DUE,
                "entry 1: review-overdue: due by " + DUE + ", and not reviewed");
    }

    @Test
    void aReviewThatMayStillComeIsANote() {
        Rule reviews = new Reviews(period(0, 9, 9), findings);

        tell(reviews, broken(0), read(1, DUE.minusMillis(1)));
        reviews.end();

        assertFound();
        assertEquals(1, findings.notesTotal());
    }

    @Test
    void theWitnessesTimeCountsWhereTheLogEndsWithTheBundle() {
        Optional<Instant> witnessed = Optional.of(DUE.plusSeconds(1));
        for (long to : new long[] {9, 8}) {
            Findings own = new Findings();
            Rule reviews = new Reviews(new Extent(new Manifest("log.example", 9, Scope.PERIOD, 0, to), witnessed), own);
            reviews.see(0, broken(0));
            reviews.end();

            assertEquals(to == 9 ? 1 : 0, own.total(), "entries after a bundle may hold the review");
            assertEquals(to == 9 ? 0 : 1, own.notesTotal());
        }
    }

    @Test
    void aSelectionOnlyNotesThatItShowsNoReview() {
        Rule reviews = new Reviews(
                new Extent(new Manifest("log.example", 9, Scope.SELECTION, 0, 9), Optional.empty()), findings);

        tell(reviews, broken(0), read(1, DUE.plusSeconds(1)));
        reviews.end();

        assertFound();
        assertEquals(1, findings.notesTotal());
    }

    @Test
    void idsAreKeptAsInAMap() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<UUID, Integer> map = new HashMap<>();
        EventIds ids = new EventIds();
        for (int i = 0; i < 50_000; i++) {
            UUID id = new UUID(random.nextInt(200), random.nextInt(200));
            assertEquals(map.getOrDefault(id, EventIds.ABSENT), ids.number(id), "seed " + seed);
            if (!map.containsKey(id)) {
                map.put(id, i);
                ids.put(id, i);
            }
        }
        assertTrue(map.size() > 20_000, "seed " + seed);
    }

    private void tell(Rule rule, DisclosureEvent... events) {
        for (DisclosureEvent event : events) {
            rule.see(seen++, event);
        }
    }

    private void assertFound(String... expected) {
        assertEquals(
                List.of(expected),
                findings.listed().stream().map(Finding::toString).toList());
    }

    private static Extent period(long from, long to, long size) {
        return new Extent(new Manifest("log.example", size, Scope.PERIOD, from, to), Optional.empty());
    }

    private static DisclosureEvent read(int number, Instant at) {
        return new Reviewed(Scene.head(number, at), new UUID(1, 1), ReviewFinding.JUSTIFIED);
    }

    private static DisclosureEvent review(int number, int of, Instant at) {
        return new Reviewed(Scene.head(number, at), new UUID(7, of), ReviewFinding.JUSTIFIED);
    }

    private static DisclosureEvent receipt(int number, int of, String by) {
        EventHead head = Scene.head(number, START);
        Counterpart agency =
                new Counterpart(AgencyId.of(by), Jurisdiction.of("TJ"), Optional.empty(), Optional.empty());
        return new Receipt(head, new UUID(7, of), agency, Sha256.digest(new byte[1]));
    }

    /** A disclosure to the shelter behind the glass, due to be reviewed. */
    private static Disclosure broken(int number) {
        var input = Scene.input(number, true);
        Disclosure plain = Scene.disclosure(number, input, input.replay(Scene.POLICY));
        return new Disclosure(
                plain.head(),
                plain.to(),
                plain.forPurpose(),
                plain.released(),
                plain.withheld(),
                plain.decision(),
                plain.payload(),
                plain.terms(),
                Optional.of(new EmergencyNote(BreakGlassReason.LIFE_AT_RISK, DUE)),
                Optional.empty());
    }
}
