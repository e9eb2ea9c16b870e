package org.paivand.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.person.Visit.Said;
import org.paivand.referral.Move;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Change;
import org.paivand.referral.Step;
import org.paivand.referral.WishedEnds.Help;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** That some help is wanted no more, said through a number. */
@Timeout(60)
class EndingHelpTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private IssuedCodes codes;

    @BeforeEach
    void consent() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        codes = node.receipts()
                .issue(scene.controller, UUID.randomUUID(), scene.caseId, Holder.SUBJECT)
                .codes()
                .orElseThrow();
    }

    private static Visit enter(SurvivorCode code) throws Exception {
        return node.persons().enter(UUID.randomUUID(), code.inGroups()).orElseThrow();
    }

    private List<Help> helps() throws Exception {
        return ((Visit.Status) enter(codes.status())).overview().helps();
    }

    private Said end(ReferralId... referrals) throws Exception {
        UUID code = enter(codes.status()).codeId();
        Set<UUID> named =
                Set.of(List.of(referrals).stream().map(ReferralId::value).toArray(UUID[]::new));
        return ((Visit.Status)
                        node.persons().endHelp(UUID.randomUUID(), code, named).orElseThrow())
                .said();
    }

    private ReferralDesk.Standing seenBy(Caller caller, ReferralId id) {
        return node.referrals().find(caller, id).orElseThrow();
    }

    private List<Change> history(Caller caller, ReferralId id) {
        return node.referrals().history(caller, id, Optional.empty(), 100);
    }

    private void move(ReferralId id, Move move) {
        node.referrals().move(scene.recipient, id, Optional.empty(), move);
    }

    private static long told(ReferralId id, String agency) throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand.notification WHERE agency = '" + agency
                + "' AND kind = 'referral-changed' AND subject = '" + id + "'");
    }

    @Test
    void isOfferedForEachHelpThatGoesOn() throws Exception {
        assertEquals(List.of(), helps());

        ReferralId id = scene.accepted();

        Help help = helps().get(0);
        assertEquals(id, help.id());
        assertEquals(Scene.SHELTER, help.agency().value());
        assertEquals(Purpose.SHELTER_PLACEMENT, help.purpose());
        assertTrue(help.endable());
    }

    @Test
    void tellsWhoHelpsAndEndsNothing() throws Exception {
        ReferralId id = scene.accepted();

        assertEquals(Said.END_ASKED, end(id));

        assertEquals(1, told(id, Scene.SHELTER));
        ReferralDesk.Standing seen = seenBy(scene.recipient, id);
        assertEquals("accepted", seen.stored().referral().state());
        assertTrue(seen.endAskedAt().isPresent());
        Change newest = history(scene.recipient, id).get(0);
        assertEquals("accepted", newest.state());
        assertEquals(List.of("person-asked-to-end"), newest.codes());
        assertEquals(Scene.SHELTER, newest.by().value());
        assertFalse(helps().get(0).endable());
    }

    /** Help ends without consent and consent without help. */
    @Test
    void takesNoConsentBack() throws Exception {
        ReferralId id = scene.accepted();
        end(id);

        Overview overview = ((Visit.Status) enter(codes.status())).overview();

        assertTrue(overview.agreed().stream().allMatch(part -> part.status() == GrantStatus.LIVE));
        assertEquals(List.of(), scene.pull(id, Category.IDENTITY).withheld());
    }

    @Test
    void tellsTheSenderNothing() throws Exception {
        ReferralId id = scene.accepted();
        int version = seenBy(scene.controller, id).mark().version();
        int changes = history(scene.controller, id).size();
        long before = told(id, Scene.POLICE);

        end(id);

        ReferralDesk.Standing seen = seenBy(scene.controller, id);
        assertEquals(Optional.empty(), seen.endAskedAt());
        assertEquals(version, seen.mark().version());
        assertEquals(changes, history(scene.controller, id).size());
        assertEquals(before, told(id, Scene.POLICE));
    }

    @Test
    void isSaidOnceUntilSomethingWasDone() throws Exception {
        ReferralId id = scene.accepted();
        end(id);

        assertEquals(Said.NOT_POSSIBLE, end(id));
        assertEquals(1, told(id, Scene.SHELTER));
        assertEquals(
                1,
                history(scene.recipient, id).stream()
                        .filter(change -> change.codes().contains("person-asked-to-end"))
                        .count());
    }

    @Test
    void mayBeSaidAgainWhereTheProviderGoesOn() throws Exception {
        ReferralId id = scene.accepted();
        end(id);
        move(id, Move.proceed(Step.ARRIVED));

        assertEquals(Optional.empty(), seenBy(scene.recipient, id).endAskedAt());
        assertEquals(Said.END_ASKED, end(id));
        assertEquals(2, told(id, Scene.SHELTER));
    }

    @Test
    void becomesTheEndWhenTheProviderSaysSo() throws Exception {
        ReferralId id = scene.accepted();
        end(id);

        move(id, Move.endByPerson());

        assertEquals(
                "service-ended-by-person",
                seenBy(scene.recipient, id).stored().referral().state());
        assertEquals(List.of(), helps());
        assertEquals(Said.NOT_POSSIBLE, end(id));
    }

    @Test
    void isNotForWhatNobodyPromised() throws Exception {
        ReferralId id = scene.offer(ServiceType.SHELTER);

        assertEquals(List.of(), helps());
        assertEquals(Said.NOT_POSSIBLE, end(id));
        assertEquals(0, told(id, Scene.SHELTER));
    }

    @Test
    void isNotForWhatIsOver() throws Exception {
        ReferralId id = scene.accepted();
        node.referrals().move(scene.controller, id, Optional.empty(), Move.cancel());
        move(id, Move.cancel());

        assertEquals(List.of(), helps());
        assertEquals(Said.NOT_POSSIBLE, end(id));
        assertEquals(1, told(id, Scene.SHELTER), "of the cancellation");
    }

    @Test
    void isNotForSomebodyElsesHelpNorForNothing() throws Exception {
        ReferralId mine = scene.accepted();
        Scene other = Scene.policeAndShelter(node);
        other.consent(other.grant(Category.SERVICE_REQUEST));
        ReferralId theirs = other.accepted();

        assertEquals(Said.NOT_POSSIBLE, end(theirs));
        assertEquals(Said.NOT_POSSIBLE, end(mine, theirs));
        assertEquals(Said.NOT_POSSIBLE, end(new ReferralId(UUID.randomUUID())));
        assertEquals(Said.NOT_POSSIBLE, end());
        assertEquals(0, told(mine, Scene.SHELTER));
        assertEquals(0, told(theirs, Scene.SHELTER));
    }

    @Test
    void isNothingThatTheSecondNumberDoes() throws Exception {
        ReferralId id = scene.accepted();
        UUID code = enter(codes.nothing()).codeId();

        Visit visit = node.persons()
                .endHelp(UUID.randomUUID(), code, Set.of(id.value()))
                .orElseThrow();

        assertInstanceOf(Visit.Nothing.class, visit);
        assertEquals(0, told(id, Scene.SHELTER));
        assertEquals(Optional.empty(), seenBy(scene.recipient, id).endAskedAt());
    }
}
