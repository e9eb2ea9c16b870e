package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.jpa.JpaReferrals;
import org.paivand.registry.Hosting;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A shelter without software, asked through an NGO that reads the first stage for it. */
@Timeout(60)
class ThroughHostTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private static final AgencyId SHELTER = new AgencyId(Scene.SHELTER);
    private static final AgencyId HOST = new AgencyId(Hosting.HOST);

    private Scene scene;
    private Scene host;

    @BeforeEach
    void hosted() throws Exception {
        if (!node.directory().hosts(HOST, SHELTER)) {
            Hosting.begin(node, Scene.SHELTER);
        }
        scene = Scene.policeAndShelter(node);
        host = scene.towards(Hosting.HOST);
    }

    @Test
    void releasesTheFirstStageToTheHostAsToARecipientInItsOwnRight() throws Exception {
        ReferralId id = offered();

        host.pull(id, Category.SERVICE_REQUEST);

        Disclosure entry = (Disclosure) last();
        assertEquals(HOST, entry.to().agency());
        assertEquals(1, entry.released().size());
        assertEquals(Category.SERVICE_REQUEST, entry.released().get(0).category());
        assertEquals(
                1,
                TestNode.number("SELECT COUNT(*) FROM paivand.holding WHERE case_id = '" + scene.caseId
                        + "' AND holder = '" + Hosting.HOST + "'"));
        assertEquals(
                0,
                TestNode.number("SELECT COUNT(*) FROM paivand.holding WHERE case_id = '" + scene.caseId
                        + "' AND holder = '" + Scene.SHELTER + "'"));
    }

    @Test
    void offersNothingWithoutAGrantToTheHost() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));

        refused(ProblemCode.HOST_NOT_NAMED, () -> scene.offer(ServiceType.SHELTER));

        assertEquals("host-not-named", ((Denial) last()).code());
        assertEquals(HOST, ((Denial) last()).recipient().orElseThrow().agency());
        assertEquals(0, referrals());
    }

    @Test
    void offersNothingOnAGrantToTheHostForAnotherPurposeOrCategory() throws Exception {
        scene.consent(
                scene.grant(Category.SERVICE_REQUEST),
                host.grant(Category.IDENTITY),
                scene.towards(Hosting.HOST, Purpose.LEGAL_AID).grant(Category.SERVICE_REQUEST));

        refused(ProblemCode.HOST_NOT_NAMED, () -> scene.offer(ServiceType.SHELTER));
    }

    @Test
    void offersNothingOnAGrantToTheHostAlone() throws Exception {
        scene.consent(host.grant(Category.SERVICE_REQUEST));

        refused(ProblemCode.OFFER_REFUSED, () -> scene.offer(ServiceType.SHELTER));
    }

    @Test
    void offersNothingThroughAHostThatThePersonBarred() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST), host.grant(Category.SERVICE_REQUEST), barring());

        refused(ProblemCode.HOST_NOT_NAMED, () -> scene.offer(ServiceType.SHELTER));

        assertEquals(0, referrals());
    }

    @Test
    void letsNobodyAnswerThemselves() throws Exception {
        Scene own = Scene.between(node, Hosting.HOST, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        own.write(Category.SERVICE_REQUEST, 0);
        own.consent(own.grant(Category.SERVICE_REQUEST));

        refused(ProblemCode.HOST_IS_SENDER, () -> own.offer(ServiceType.SHELTER));
    }

    @Test
    void releasesNothingToTheHostOnceThePersonBarredItOrTookTheGrantBack() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        UUID toHost = scene.consent(host.grant(Category.SERVICE_REQUEST));
        ReferralId withdrawn = scene.offer(ServiceType.SHELTER);
        host.pull(withdrawn, Category.SERVICE_REQUEST);
        scene.withdraw(toHost);

        refused(ProblemCode.HOST_NOT_NAMED, () -> host.pull(withdrawn, Category.SERVICE_REQUEST));
        scene.pull(withdrawn, Category.SERVICE_REQUEST);

        scene = Scene.policeAndShelter(node);
        host = scene.towards(Hosting.HOST);
        ReferralId barred = offered();
        scene.consent(barring());
        refused(ProblemCode.HOST_NOT_NAMED, () -> host.pull(barred, Category.SERVICE_REQUEST));
    }

    @Test
    void releasesNothingToTheHostThatTheHostedAgencyMayNotHave() throws Exception {
        UUID toShelter = scene.consent(scene.grant(Category.SERVICE_REQUEST));
        scene.consent(host.grant(Category.SERVICE_REQUEST));
        ReferralId id = scene.offer(ServiceType.SHELTER);
        scene.withdraw(toShelter);

        refused(ProblemCode.RELEASE_REFUSED, () -> host.pull(id, Category.SERVICE_REQUEST));

        assertEquals(SHELTER, ((Denial) last()).recipient().orElseThrow().agency());
    }

    @ParameterizedTest
    @EnumSource(value = Category.class, mode = Mode.EXCLUDE, names = "SERVICE_REQUEST")
    void neverReleasesASecondStageToTheHost(Category category) throws Exception {
        scene.consent(
                scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY),
                host.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        ReferralId id = scene.accepted();

        refused(ProblemCode.HOST_FIRST_STAGE_ONLY, () -> host.pull(id, category));
        refused(ProblemCode.HOST_FIRST_STAGE_ONLY, () -> host.pull(id, Category.SERVICE_REQUEST, category));

        assertEquals("host-first-stage-only", ((Denial) last()).code());
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.disclosed WHERE referral_id = '" + id + "'"));
    }

    @Test
    void tellsTheHostOfNoMoreThanTheFirstStageWhenItAsksWhatItMayPull() throws Exception {
        ReferralId id = offered();

        assertEquals(
                Set.of(Category.SERVICE_REQUEST),
                node.pulls()
                        .permissions(host.recipient, id)
                        .decision()
                        .categories()
                        .keySet());
    }

    @Test
    void doesNotLetTheHostWriteOrReadMessagesNorAssign() throws Exception {
        scene.consent(
                scene.grant(Category.SERVICE_REQUEST, Category.MESSAGE),
                host.grant(Category.SERVICE_REQUEST, Category.MESSAGE));
        ReferralId id = scene.accepted();

        refused(ProblemCode.NOT_FOUND, () -> node.messages().list(host.recipient, id));
        refused(
                ProblemCode.ILLEGAL_TRANSITION,
                () -> node.referrals()
                        .assign(
                                host.recipient,
                                id,
                                Optional.empty(),
                                host.recipient.worker().orElseThrow()));
    }

    @Test
    void endsWithTheHostInTheRegistryAndDoesNotBeginAgainForAnotherTime() throws Exception {
        ReferralId id = offered();
        assertTrue(node.referrals().find(host.recipient, id).isPresent());

        Hosting.end(node, Scene.SHELTER);

        assertFalse(node.referrals().find(host.recipient, id).isPresent());
        refused(ProblemCode.NOT_FOUND, () -> host.pull(id, Category.SERVICE_REQUEST));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.referrals().move(host.recipient, id, Optional.empty(), Move.accept(), Optional.empty()));
        scene.pull(id, Category.SERVICE_REQUEST);
        ReferralId without = scene.offer(ServiceType.SHELTER);
        Hosting.begin(node, Scene.SHELTER);
        assertFalse(
                node.referrals().find(host.recipient, without).isPresent(),
                "nobody decided about the host when it was offered");
        refused(ProblemCode.NOT_FOUND, () -> host.pull(without, Category.SERVICE_REQUEST));
    }

    @Test
    void hasNoHostAnyMoreOnceTheCaseIsTheHosts() throws Exception {
        ReferralId id = offered();

        boolean unusedFollowed = node.database().<Boolean, RuntimeException>commit(transaction -> {
            new JpaReferrals(transaction).follow(scene.caseId, scene.controller.agency(), HOST);
            return true;
        });

        ReferralDesk.Standing seen = node.referrals().find(host.recipient, id).orElseThrow();
        assertEquals(Party.SENDER, seen.party());
        assertEquals(Optional.empty(), seen.stored().referral().request().through());
    }

    @Test
    void isThereForNobodyElse() throws Exception {
        ReferralId id = offered();
        Scene stranger = scene.towards("tj-ngo-sughd-legal");

        refused(ProblemCode.NOT_FOUND, () -> stranger.pull(id, Category.SERVICE_REQUEST));
        assertFalse(node.referrals().find(stranger.recipient, id).isPresent());
    }

    private ReferralId offered() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST), host.grant(Category.SERVICE_REQUEST));
        return scene.offer(ServiceType.SHELTER);
    }

    private Grant barring() {
        Grant permit = host.grant(Category.SERVICE_REQUEST);
        return new Grant(
                UUID.randomUUID(),
                Effect.REFUSE,
                permit.purpose(),
                permit.categories(),
                permit.recipient(),
                permit.actions(),
                permit.notBefore(),
                permit.notAfter(),
                false);
    }

    private DisclosureEvent last() throws Exception {
        List<TestNode.Logged> entries = node.sequenced(scene.alias);
        return entries.get(entries.size() - 1).event();
    }

    private long referrals() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand.referral WHERE case_id = '" + scene.caseId + "'");
    }

    private static void refused(ProblemCode code, Executable attempt) {
        assertEquals(code, assertThrows(ProblemException.class, attempt).code());
    }
}
