package org.paivand.holding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.RetentionBasis;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.holding.Holdings.Kept;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Race;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Deadlines of holders, while the node's clock goes on; it never goes back. */
@Timeout(60)
class DeadlinesTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private static final Caller COMMISSION = TestNode.caller("tj-commission", "secretary", Role.COMMISSION);
    private static final Caller AUDITOR = TestNode.caller("tj-ombudsman", "auditor", Role.AUDITOR);

    private Scene scene;
    private UUID consent;
    private ReferralId referral;

    @BeforeEach
    void aPulledIdentity() throws Exception {
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        referral = scene.accepted();
    }

    @Test
    void silenceIsOverdueAfterThePeriodAndAnAnswerEndsIt() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);
        StopUseNotice notice = notice();

        node.clock.move(Duration.ofDays(3).minusMinutes(1));
        node.noteOverdue();
        assertEquals(List.of(), missed(notice.id()));

        node.clock.move(Duration.ofMinutes(2));
        node.noteOverdue();
        Missed missed = missed(notice.id()).get(0);
        assertEquals(Missed.Kind.STOP_USE, missed.kind());
        assertEquals(scene.recipient.agency(), missed.agency());
        assertEquals(notice.answerBy(), missed.due());
        assertEquals(0, missed.days(node.clock.instant()));
        assertEquals(StopUseNotice.State.OVERDUE, notice().state(node.clock.instant()));

        Instant until = node.clock.instant().plus(Duration.ofDays(10));
        answer(notice.id(), new HolderAnswer.Retained(RetentionBasis.COURT_ORDER, until));
        assertEquals(List.of(), missed(notice.id()));

        node.clock.move(Duration.ofDays(12));
        node.noteOverdue();
        assertEquals(1, missed(notice.id()).size());

        answer(notice.id(), new HolderAnswer.Erased());
        assertEquals(List.of(), missed(notice.id()));
    }

    @Test
    void catchesUpAfterARestartAndNotesOnceAmongSeveral() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);
        UUID notice = notice().id();
        node.clock.move(Duration.ofDays(9));
        node.restart();
        List<Callable<Boolean>> watchers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            watchers.add(() -> {
                node.noteOverdue();
                return true;
            });
        }

        try (Race race = new Race()) {
            race.run(watchers).forEach(finish -> assertTrue(finish.won()));
        }
        long noted = TestNode.number(
                "SELECT UNIX_TIMESTAMP(noted_at) * 1000 FROM paivand.overdue WHERE subject = '" + notice + "'");
        node.noteOverdue();

        assertEquals(1, missed(notice).size());
        assertEquals(
                noted,
                TestNode.number("SELECT UNIX_TIMESTAMP(noted_at) * 1000 FROM paivand.overdue WHERE subject = '" + notice
                        + "'"));
        assertEquals(6, missed(notice).get(0).days(node.clock.instant()));
    }

    @Test
    void forgetsWhatThePersonPermitsAgain() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);
        UUID notice = notice().id();
        node.clock.move(Duration.ofDays(4));
        node.noteOverdue();
        assertEquals(1, missed(notice).size());

        scene.consent(scene.grant(Category.IDENTITY));
        node.noteOverdue();

        assertEquals(List.of(), missed(notice));
    }

    @Test
    void logsThatAnAuditorLooked() throws Exception {
        long before = accesses();

        node.missed().list(COMMISSION, UUID.randomUUID(), Optional.empty(), 10);
        assertEquals(before, accesses());

        node.missed().list(AUDITOR, UUID.randomUUID(), Optional.empty(), 10);
        assertEquals(before + 1, accesses());
    }

    private static long accesses() throws Exception {
        return node.entries().stream()
                .filter(entry -> entry.event() instanceof AuditorAccess)
                .count();
    }

    @Test
    void listsWhatHasToBeErasedByWhenTheNewestDisclosureCounting() throws Exception {
        LoggedDisclosure first = scene.pull(referral, Category.SERVICE_REQUEST, Category.IDENTITY);
        node.clock.move(Duration.ofHours(1));
        LoggedDisclosure second = scene.pull(referral, Category.IDENTITY);

        List<Kept> kept = kept();

        assertEquals(
                List.of(first.eventId(), second.eventId()),
                kept.stream().map(Kept::disclosure).toList());
        assertEquals(Set.of(Category.SERVICE_REQUEST), kept.get(0).categories());
        assertEquals(second.obligations().retainUntil(), kept.get(1).retainUntil());
        Instant end = kept.get(1).retainUntil();
        assertEquals(RetentionDesk.State.HELD, node.retentions().state(kept.get(1), end.minus(Duration.ofDays(15))));
        assertEquals(RetentionDesk.State.DUE_SOON, node.retentions().state(kept.get(1), end.minusMillis(1)));
        assertEquals(RetentionDesk.State.OVERDUE, node.retentions().state(kept.get(1), end));
    }

    @Test
    void pagesThroughAllThatIsKeptAndShowsNothingTwice() throws Exception {
        scene.write(Category.SAFETY, 0);
        scene.consent(scene.grant(Category.SAFETY));
        LoggedDisclosure mixed = scene.pull(referral, Category.IDENTITY, Category.SAFETY);
        List<UUID> seen = new ArrayList<>();
        Optional<Holdings.Place> after = Optional.empty();
        List<Kept> page;
        do {
            page = node.retentions().kept(scene.recipient, after, 2);
            for (Kept kept : page) {
                seen.add(kept.disclosure());
                after = Optional.of(new Holdings.Place(kept.retainUntil(), kept.disclosure()));
            }
        } while (page.size() == 2);

        assertEquals(seen.size(), Set.copyOf(seen).size());
        assertTrue(seen.contains(mixed.eventId()));
    }

    @Test
    void recordsThatAHolderErasedAndCountsEarlierDisclosuresOfTheSame() throws Exception {
        LoggedDisclosure first = scene.pull(referral, Category.SERVICE_REQUEST, Category.IDENTITY);
        LoggedDisclosure second = scene.pull(referral, Category.IDENTITY);
        var key = TestNode.key();

        Instant erased = node.retentions().erased(scene.recipient, UUID.randomUUID(), key, second.eventId());

        assertEquals(erased, node.retentions().erased(scene.recipient, UUID.randomUUID(), key, second.eventId()));
        refused(ProblemCode.CONFLICT, () -> erase(scene.recipient, second.eventId()));
        refused(ProblemCode.NOT_FOUND, () -> erase(scene.controller, first.eventId()));
        refused(ProblemCode.NOT_FOUND, () -> erase(scene.recipient, UUID.randomUUID()));
        assertEquals(
                List.of(first.eventId()), kept().stream().map(Kept::disclosure).toList());
        assertEquals(Set.of(Category.SERVICE_REQUEST), kept().get(0).categories());
        List<WithdrawalAnswered> entries = node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(WithdrawalAnswered.class::isInstance)
                .map(WithdrawalAnswered.class::cast)
                .toList();
        assertEquals(1, entries.size());
        assertEquals(second.eventId(), entries.get(0).notice());
        scene.withdraw(consent);
        assertEquals(Set.of(Category.SERVICE_REQUEST), notice().categories());
    }

    @Test
    void isOverdueWithWhatItShouldHaveErased() throws Exception {
        LoggedDisclosure pulled = scene.pull(referral, Category.SERVICE_REQUEST);
        node.clock.move(Duration.ofDays(91));
        node.noteOverdue();

        assertEquals(Missed.Kind.RETENTION, missed(pulled.eventId()).get(0).kind());

        erase(scene.recipient, pulled.eventId());
        node.noteOverdue();
        assertEquals(List.of(), missed(pulled.eventId()));
    }

    @Test
    void listsACaseForErasureOnlyOnceNothingGoesOnInIt() throws Exception {
        node.clock.move(Duration.ofDays(366));
        assertEquals(List.of(), due());
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));

        node.clock.move(Duration.ofDays(364));
        assertEquals(List.of(), due());

        node.clock.move(Duration.ofDays(2));
        assertEquals(1, due().size());
        assertEquals(
                List.of(),
                node.retentions().cases(scene.recipient, Optional.empty(), 100).stream()
                        .filter(due -> due.caseId().equals(scene.caseId))
                        .toList());
    }

    @Test
    void takesAnAnswerForACaseThatIsErased() throws Exception {
        scene.pull(referral, Category.IDENTITY);
        scene.withdraw(consent);
        UUID notice = notice().id();
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, referral, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));
        var proposed = node.erasures().propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId);
        Caller second = TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER);
        node.erasures()
                .decide(
                        second,
                        UUID.randomUUID(),
                        scene.caseId,
                        proposed.proposal().id(),
                        Verdict.CONFIRM);

        answer(notice, new HolderAnswer.Erased());

        assertEquals(
                1,
                node.sequenced(scene.alias).stream()
                        .filter(entry -> entry.event() instanceof WithdrawalAnswered)
                        .count());
    }

    private List<ClosedCases.Due> due() {
        return node.retentions().cases(scene.controller, Optional.empty(), 1_000).stream()
                .filter(due -> due.caseId().equals(scene.caseId))
                .toList();
    }

    private List<Kept> kept() {
        return node.retentions().kept(scene.recipient, Optional.empty(), 10_000).stream()
                .filter(kept -> kept.caseId().equals(scene.caseId))
                .toList();
    }

    private StopUseNotice notice() {
        return node.notices()
                .about(scene.controller, scene.caseId, Optional.empty(), 1)
                .get(0);
    }

    private void answer(UUID notice, HolderAnswer answer) throws Exception {
        node.notices().answer(scene.recipient, UUID.randomUUID(), TestNode.key(), notice, answer);
    }

    private static void erase(Caller caller, UUID disclosure) throws Exception {
        node.retentions().erased(caller, UUID.randomUUID(), TestNode.key(), disclosure);
    }

    private static List<Missed> missed(UUID subject) throws Exception {
        return node.missed().list(COMMISSION, UUID.randomUUID(), Optional.empty(), 10_000).stream()
                .filter(missed -> missed.subject().equals(subject))
                .toList();
    }

    private static void refused(ProblemCode code, Executable asked) {
        assertEquals(code, assertThrows(ProblemException.class, asked).code());
    }
}
