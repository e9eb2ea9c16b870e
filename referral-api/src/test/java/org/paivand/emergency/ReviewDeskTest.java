package org.paivand.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.audit.desk.Replays;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Reviews of emergencies, and replays of what was decided in them, on MariaDB. The clock runs forward only: what was logged stays before it. */
@Timeout(120)
class ReviewDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Glass glass;
    private UUID emergency;

    @BeforeEach
    void breakTheGlass() throws Exception {
        glass = Glass.whole(node);
        emergency = glass.breakIt().emergency();
    }

    private static void refused(ProblemCode code, Executable act) {
        assertEquals(code, assertThrows(ProblemException.class, act).code());
    }

    private List<UUID> queue(Caller caller, ReviewState state) throws Exception {
        return node.reviews().queue(caller, state, Optional.empty(), 100).stream()
                .map(row -> row.emergency().id())
                .toList();
    }

    private ReviewDesk.Reasons read(Caller caller) throws Exception {
        return node.reviews().read(caller, UUID.randomUUID(), emergency);
    }

    @Test
    void showsTheReasonsToAReviewerAndLogsThatItDid() throws Exception {
        ReviewDesk.Reasons reasons = read(glass.reviewer);

        assertEquals(Glass.WORDS.text(), reasons.words().orElseThrow().text());
        assertEquals(1, reasons.disclosures().size());
        assertTrue(glass.events().stream()
                .anyMatch(event -> event instanceof AuditorAccess access
                        && access.action() == AuditorAction.REVIEW
                        && access.head().discloser().role().equals("reviewer")));
    }

    @Test
    void recordsAnEntryForEachDisclosureAndEndsTheEmergency() throws Exception {
        glass.pull(glass.doctor, emergency);

        ReviewDesk.Row row = glass.judge(glass.reviewer, emergency, ReviewFinding.UNJUSTIFIED);

        List<Reviewed> reviews = glass.events().stream()
                .filter(Reviewed.class::isInstance)
                .map(Reviewed.class::cast)
                .toList();
        assertEquals(2, reviews.size());
        assertTrue(reviews.stream().allMatch(review -> review.finding() == ReviewFinding.UNJUSTIFIED));
        assertEquals(ReviewState.DONE, row.state());
        assertEquals(
                List.of(emergency),
                queue(glass.reviewer, ReviewState.DONE).stream()
                        .filter(emergency::equals)
                        .toList());
        refused(ProblemCode.RELEASE_REFUSED, () -> glass.pull(glass.doctor, emergency));
        assertEquals(
                Alert.Kind.REVIEW_UNJUSTIFIED,
                glass.alerts(glass.auditor).get(0).kind());
        assertTrue(node.audit().reviews(glass.auditor, UUID.randomUUID(), Optional.empty(), 100).stream()
                .noneMatch(due -> reviews.stream()
                        .anyMatch(review ->
                                review.disclosure().equals(due.review().disclosure()))));
    }

    @Test
    void isNotThereForTheOfficersAgencyNorTheRecipientNorOneThatThePersonBarred() throws Exception {
        glass.scene.consent(new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                Purpose.PROTECTION,
                Set.of(Category.SERVICE_REQUEST),
                new Recipient.ExactAgency(AgencyId.of("tj-ngo-legal-aid")),
                Set.of(Action.SHARE),
                node.clock.instant().minusSeconds(1),
                node.clock.instant().plus(Duration.ofDays(1)),
                true));

        for (String agency : List.of(Scene.POLICE, Glass.CLINIC, "tj-ngo-legal-aid")) {
            Caller caller = TestNode.caller(agency, "reviewer", Role.REVIEWER);
            assertFalse(queue(caller, ReviewState.DUE).contains(emergency), agency);
            refused(ProblemCode.NOT_FOUND, () -> read(caller));
            refused(ProblemCode.NOT_FOUND, () -> glass.judge(caller, emergency, ReviewFinding.JUSTIFIED));
            refused(ProblemCode.NOT_FOUND, () -> node.reviews().replay(caller, UUID.randomUUID(), emergency));
        }
        assertEquals(List.of(emergency), queue(glass.reviewer, ReviewState.DUE));
    }

    @Test
    void isJudgedOnce() throws Exception {
        Caller other = TestNode.caller("tj-ngo-psychosocial", "reviewer", Role.REVIEWER);
        List<Callable<ReviewState>> racers = List.of(
                () -> glass.judge(glass.reviewer, emergency, ReviewFinding.JUSTIFIED)
                        .state(),
                () -> glass.judge(other, emergency, ReviewFinding.UNJUSTIFIED).state());

        try (Race race = new Race()) {
            List<Race.Finish<ReviewState>> finishes = race.run(racers);

            assertEquals(1, finishes.stream().filter(Race.Finish::won).count());
        }
        refused(ProblemCode.CONFLICT, () -> glass.judge(other, emergency, ReviewFinding.UNJUSTIFIED));
    }

    @Test
    void leavesNoDisclosureWithoutReviewThatRacesTheVerdict() throws Exception {
        List<Callable<Boolean>> racers = List.of(() -> pulled(), () -> pulled(), () -> pulled(), () -> {
            glass.judge(glass.reviewer, emergency, ReviewFinding.JUSTIFIED);
            return true;
        });

        try (Race race = new Race()) {
            race.run(racers);
        }

        long reviewed =
                glass.events().stream().filter(Reviewed.class::isInstance).count();
        assertEquals(glass.disclosures().size(), reviewed);
    }

    private boolean pulled() throws Exception {
        glass.pull(glass.doctor, emergency);
        return true;
    }

    @Test
    void becomesOverdueWhichTheCommissionAndTheAuditorSee() throws Exception {
        assertEquals(List.of(), node.reviews().late(Optional.empty(), 10));
        node.clock.move(Duration.ofHours(72 + 49));

        ReviewDesk.Late late = node.reviews().late(Optional.empty(), 10).get(0);

        assertEquals(emergency, late.emergency());
        assertEquals(Scene.POLICE, late.agency().value());
        assertEquals(2, late.daysOverdue());
        assertEquals(List.of(emergency), queue(glass.reviewer, ReviewState.OVERDUE));
        assertEquals(List.of(), queue(glass.reviewer, ReviewState.DUE));
        assertEquals(
                Alert.Kind.REVIEW_OVERDUE, glass.alerts(glass.auditor).get(0).kind());
        glass.judge(glass.reviewer, emergency, ReviewFinding.JUSTIFIED);
        assertEquals(List.of(), node.reviews().late(Optional.empty(), 10));
    }

    @Test
    void isNeverCalledOverdueIfItWasReviewedInTime() throws Exception {
        glass.judge(glass.reviewer, emergency, ReviewFinding.JUSTIFIED);
        node.clock.move(Duration.ofHours(80));

        assertTrue(glass.alerts(glass.auditor).stream()
                .filter(alert -> alert.emergency().equals(Optional.of(emergency)))
                .noneMatch(alert -> alert.kind() == Alert.Kind.REVIEW_OVERDUE));
    }

    @Test
    void pagesTheQueueWithoutGapOrRepetition() throws Exception {
        UUID second = glass.ask();
        glass.confirm(glass.secondOfficer, second);
        node.clock.move(Duration.ofSeconds(1));
        glass.pull(glass.officer, second);

        ReviewDesk.Row first = node.reviews()
                .queue(glass.reviewer, ReviewState.DUE, Optional.empty(), 1)
                .get(0);
        List<ReviewDesk.Row> rest = node.reviews()
                .queue(
                        glass.reviewer,
                        ReviewState.DUE,
                        Optional.of(new Cursor(
                                first.emergency().reviewDue().orElseThrow(),
                                first.emergency().id().toString())),
                        10);

        assertEquals(emergency, first.emergency().id());
        assertEquals(
                List.of(second), rest.stream().map(row -> row.emergency().id()).toList());
    }

    @Test
    void replaysWhatWasDecidedToTheSameAnswer() throws Exception {
        List<Replays.Replayed> replayed = node.reviews().replay(glass.reviewer, UUID.randomUUID(), emergency);
        refused(ProblemCode.SECOND_PERSON_REQUIRED, glass::breakIt);
        UUID denial = node.sequenced(glass.scene.alias).stream()
                .filter(entry -> entry.event() instanceof Denial)
                .findFirst()
                .orElseThrow()
                .eventId();
        Replays.Replayed refusal =
                node.replays().replay(glass.auditor, UUID.randomUUID(), denial).orElseThrow();

        assertEquals(1, replayed.size());
        assertTrue(replayed.get(0).equal());
        assertTrue(refusal.equal());
        assertTrue(refusal.decision().permitted().isEmpty());
    }

    @Test
    void doesNotReplayWhatHoldsNoDecision() throws Exception {
        UUID access = node.sequenced().values().stream()
                .flatMap(List::stream)
                .filter(entry -> !(entry.event() instanceof Denial)
                        && !entry.event().type().code().equals("break-glass"))
                .findFirst()
                .map(TestNode.Logged::eventId)
                .orElse(UUID.randomUUID());

        assertEquals(Optional.empty(), node.replays().replay(glass.auditor, UUID.randomUUID(), access));
        assertEquals(Optional.empty(), node.replays().replay(glass.auditor, UUID.randomUUID(), UUID.randomUUID()));
    }
}
