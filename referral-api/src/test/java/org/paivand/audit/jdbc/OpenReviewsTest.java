package org.paivand.audit.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.casefile.key.Keystore;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EmergencyNote;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.PayloadDigest;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.policy.HandlingCode;
import org.paivand.entry.ReviewDue;
import org.paivand.journal.Journal;

/** Which break-glass disclosures wait for a review, as the journal writes them. */
class OpenReviewsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Sha256 HASH = Sha256.of("0123456789abcdef".repeat(4));

    private final TestLog log;
    private final Journal journal;
    private final OpenReviews reviews = new OpenReviews();

    OpenReviewsTest(@TempDir Path folder) throws Exception {
        log = new TestLog();
        Keystore keystore = TestKeystores.complete(folder, "node.p12");
        journal = new Journal(log.entries, new CaseTokens(keystore), new SecureRandom());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void listsWhatNobodyHasReviewedTheMostUrgentFirst() throws Exception {
        UUID later = disclosed(Optional.of(NOON.plusSeconds(7200)));
        UUID sooner = disclosed(Optional.of(NOON.plusSeconds(3600)));
        UUID reviewed = disclosed(Optional.of(NOON));
        disclosed(Optional.empty());
        write(new Reviewed(head(), reviewed, ReviewFinding.UNJUSTIFIED));

        List<ReviewDue> open = open(Optional.empty(), 10);

        assertEquals(
                List.of(sooner, later), open.stream().map(ReviewDue::disclosure).toList());
        assertEquals("tj-police-dushanbe", open.get(0).agency());
        assertEquals(Optional.of("tj-clinic"), open.get(0).recipient());
    }

    @Test
    void pagesAmongEqualTimesWithoutGapOrRepetition() throws Exception {
        for (int i = 0; i < 5; i++) {
            disclosed(Optional.of(NOON));
        }

        ReviewDue second = open(Optional.empty(), 2).get(1);
        List<ReviewDue> rest = open(Optional.of(new OpenReviews.Place(second.due(), second.disclosure())), 10);

        assertEquals(3, rest.size());
        assertTrue(rest.stream().noneMatch(review -> review.disclosure().equals(second.disclosure())));
    }

    @Test
    void isOverdueFromTheInstantItWasDue() {
        ReviewDue due = new ReviewDue(UUID.randomUUID(), NOON, "a", Optional.empty(), NOON.plusSeconds(60));

        assertFalse(due.isOverdue(NOON.plusSeconds(60).minus(Duration.ofMillis(1))));
        assertTrue(due.isOverdue(NOON.plusSeconds(60)));
    }

    private List<ReviewDue> open(Optional<OpenReviews.Place> after, int limit) {
        return log.database.commit(tx -> reviews.list(tx, after, limit));
    }

    private UUID disclosed(Optional<Instant> reviewDue) {
        BasisType type = reviewDue.isPresent() ? BasisType.BREAK_GLASS : BasisType.COURT_ORDER;
        EventHead head = head();
        write(new Disclosure(
                head,
                new Counterpart(AgencyId.of("tj-clinic"), Jurisdiction.of("TJ"), Optional.empty(), Optional.empty()),
                Purpose.SHELTER_PLACEMENT,
                List.of(new Released(
                        Category.CONTACT, new Basis.Standalone(type, UUID.randomUUID()), Set.of("/contact/value"))),
                List.of(),
                new DecisionReference(UUID.randomUUID(), "tj-1", HASH, HASH),
                new PayloadDigest("application/json", 120, HASH),
                new Terms(HandlingCode.PERSONAL, false, NOON),
                reviewDue.map(due -> new EmergencyNote(BreakGlassReason.SELF_HARM, due)),
                Optional.empty()));
        return head.eventId();
    }

    private void write(DisclosureEvent event) {
        log.database.commit(tx -> journal.write(tx, event, "u-1", Optional.empty(), Optional.empty()));
    }

    private static EventHead head() {
        Actor actor = new Actor(AgencyId.of("tj-police-dushanbe"), "u-17", "referrer", "police-desk", Optional.empty());
        return new EventHead(UUID.randomUUID(), UUID.randomUUID(), NOON, Optional.of(UUID.randomUUID()), actor);
    }
}
