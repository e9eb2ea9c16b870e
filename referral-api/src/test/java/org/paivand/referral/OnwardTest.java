package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Who accepted a referral sends the person on, with no more than it holds and the person permits. */
@Timeout(120)
class OnwardTest {
    private static final String LAWYERS = "tj-ngo-legal-aid";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private Scene further;

    @BeforeEach
    void between() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.write(Category.CONTACT, 0);
        further = scene.towards(LAWYERS);
    }

    private static Grant actions(Grant grant, Purpose purpose, Action... actions) {
        return new Grant(
                grant.id(),
                grant.effect(),
                purpose,
                grant.categories(),
                grant.recipient(),
                Set.of(actions),
                grant.notBefore(),
                grant.notAfter(),
                grant.safetyCritical());
    }

    /** To the shelter, which may pass it on. */
    private Grant there(Category... categories) {
        return actions(scene.grant(categories), scene.purpose, Action.SHARE, Action.ONWARD);
    }

    /** To the lawyers, from whoever holds it. */
    private Grant on(Category... categories) {
        return actions(further.grant(categories), Purpose.ASSISTANCE, Action.ONWARD);
    }

    private ReferralId holding(Category... pulled) throws Exception {
        ReferralId id = scene.accepted();
        scene.pull(id, pulled);
        return id;
    }

    private ReferralDesk.Standing sendOn(Caller by, ReferralId id) throws Exception {
        return node.offers()
                .offerOnward(
                        by,
                        UUID.randomUUID(),
                        TestNode.key(),
                        id,
                        new Offers.Onward(
                                new AgencyId(LAWYERS),
                                Purpose.ASSISTANCE,
                                Urgency.NORMAL,
                                List.of(ServiceType.LEGAL_AID),
                                Optional.empty()));
    }

    private ReferralId sentOn(ReferralId id) throws Exception {
        return sendOn(scene.recipient, id).stored().referral().request().id();
    }

    private void acceptAndAssign(ReferralId id) {
        node.referrals().move(further.recipient, id, Optional.empty(), Move.accept());
        node.referrals()
                .assign(
                        further.recipient,
                        id,
                        Optional.empty(),
                        further.recipient.worker().orElseThrow());
    }

    private static Set<Category> withheld(LoggedDisclosure disclosure, ReasonCode why) {
        return disclosure.withheld().stream()
                .filter(part -> part.reason() == why)
                .map(part -> part.category())
                .collect(Collectors.toSet());
    }

    private static void refused(ProblemCode code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code());
    }

    @Test
    void goesToTheNextAgencyWhichGetsWhatTheProviderHoldsAndThePersonPermits() throws Exception {
        scene.consent(
                there(Category.SERVICE_REQUEST, Category.IDENTITY),
                scene.grant(Category.CONTACT),
                on(Category.SERVICE_REQUEST, Category.IDENTITY, Category.CONTACT));
        ReferralId parent = holding(Category.SERVICE_REQUEST, Category.IDENTITY, Category.CONTACT);
        ReferralId child = sentOn(parent);
        acceptAndAssign(child);

        LoggedDisclosure got = further.pull(child, Category.SERVICE_REQUEST, Category.IDENTITY, Category.CONTACT);

        String sections = new String(got.sections(), StandardCharsets.UTF_8);
        assertTrue(sections.contains("\"identity\""), sections);
        assertFalse(sections.contains("\"contact\""), sections);
        assertEquals(Set.of(Category.CONTACT), withheld(got, ReasonCode.NOT_HELD));
    }

    @Test
    void isDisclosedByTheProviderAndLoggedSo() throws Exception {
        scene.consent(there(Category.SERVICE_REQUEST), on(Category.SERVICE_REQUEST));
        ReferralId child = sentOn(holding(Category.SERVICE_REQUEST));

        LoggedDisclosure got = further.pull(child, Category.SERVICE_REQUEST);

        Disclosure logged = node.entries().stream()
                .filter(entry -> entry.eventId().equals(got.eventId()))
                .map(entry -> assertInstanceOf(Disclosure.class, entry.event()))
                .findFirst()
                .orElseThrow();
        assertEquals(Scene.SHELTER, logged.head().discloser().agency().value());
        assertEquals(
                1,
                TestNode.number("SELECT COUNT(*) FROM paivand.holding WHERE reference = '" + child
                        + "' AND action = 'onward' AND source = '" + Scene.SHELTER + "'"));
    }

    @Test
    void isKnownToTheProviderAndNotToTheFirstSender() throws Exception {
        scene.consent(there(Category.SERVICE_REQUEST), on(Category.SERVICE_REQUEST));
        ReferralId parent = holding(Category.SERVICE_REQUEST);
        ReferralId child = sentOn(parent);

        assertEquals(
                List.of(child),
                node.referrals().find(scene.recipient, parent).orElseThrow().onward());
        assertEquals(
                List.of(),
                node.referrals().find(scene.controller, parent).orElseThrow().onward());
        assertTrue(node.referrals().find(scene.controller, child).isEmpty());
        ReferralDesk.Standing next =
                node.referrals().find(further.recipient, child).orElseThrow();
        assertEquals(Scene.SHELTER, next.stored().referral().request().from().value());
        assertFalse(next.stored()
                .referral()
                .request()
                .caseReference()
                .equals(node.referrals()
                        .find(scene.recipient, parent)
                        .orElseThrow()
                        .stored()
                        .referral()
                        .request()
                        .caseReference()));
    }

    @Test
    void needsAConsentThatSaysSoForTheNextAgency() throws Exception {
        scene.consent(there(Category.SERVICE_REQUEST));
        ReferralId parent = holding(Category.SERVICE_REQUEST);

        refused(ProblemCode.OFFER_REFUSED, () -> sendOn(scene.recipient, parent));
    }

    @Test
    void needsMoreThanAConsentToBeAskedByTheController() throws Exception {
        scene.consent(
                there(Category.SERVICE_REQUEST),
                actions(further.grant(Category.SERVICE_REQUEST), Purpose.ASSISTANCE, Action.SHARE));
        ReferralId parent = holding(Category.SERVICE_REQUEST);

        refused(ProblemCode.OFFER_REFUSED, () -> sendOn(scene.recipient, parent));
    }

    @Test
    void needsThatTheProviderMayPassItOn() throws Exception {
        scene.consent(scene.grant(Category.SERVICE_REQUEST), on(Category.SERVICE_REQUEST));
        ReferralId parent = holding(Category.SERVICE_REQUEST);

        ProblemException refused = assertThrows(ProblemException.class, () -> sendOn(scene.recipient, parent));
        assertEquals(ProblemCode.OFFER_REFUSED, refused.code());
        assertEquals("not-held", refused.extensions().withheld().get(0).reasonCode());
    }

    @Test
    void needsThatTheProviderReadWhatItPassesOn() throws Exception {
        scene.consent(there(Category.SERVICE_REQUEST), on(Category.SERVICE_REQUEST));
        ReferralId parent = scene.accepted();

        refused(ProblemCode.OFFER_REFUSED, () -> sendOn(scene.recipient, parent));
    }

    @Test
    void isForWhoAcceptedAndStillHelps() throws Exception {
        scene.consent(there(Category.SERVICE_REQUEST), on(Category.SERVICE_REQUEST));
        ReferralId offered = scene.offer(ServiceType.SHELTER);
        scene.pull(offered, Category.SERVICE_REQUEST);
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> sendOn(scene.recipient, offered));
        ReferralId parent = holding(Category.SERVICE_REQUEST);
        Caller stranger = TestNode.caller("tj-ngo-psychosocial", "worker", Role.PROVIDER);

        refused(ProblemCode.NOT_FOUND, () -> sendOn(stranger, parent));
        refused(ProblemCode.NOT_FOUND, () -> sendOn(scene.controller, parent));
        refused(ProblemCode.NOT_FOUND, () -> sendOn(scene.recipient, new ReferralId(UUID.randomUUID())));
        node.referrals().move(scene.recipient, parent, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(scene.recipient, parent, Optional.empty(), Move.complete(Outcome.REFERRED_ON, List.of()));
        refused(ProblemCode.ILLEGAL_TRANSITION, () -> sendOn(scene.recipient, parent));
    }

    @Test
    void stopsWithTheConsentAndAsksTheWholeChainToStop() throws Exception {
        UUID consent = scene.consent(
                there(Category.SERVICE_REQUEST, Category.IDENTITY), on(Category.SERVICE_REQUEST, Category.IDENTITY));
        ReferralId child = sentOn(holding(Category.SERVICE_REQUEST, Category.IDENTITY));
        acceptAndAssign(child);
        further.pull(child, Category.SERVICE_REQUEST, Category.IDENTITY);

        scene.withdraw(consent);

        refused(ProblemCode.RELEASE_REFUSED, () -> further.pull(child, Category.IDENTITY));
        for (String holder : List.of(Scene.SHELTER, LAWYERS)) {
            assertEquals(
                    1,
                    TestNode.number("SELECT COUNT(DISTINCT holder) FROM paivand.stop_use_notice WHERE holder = '"
                            + holder + "' AND case_id = '" + scene.caseId + "'"),
                    holder);
        }
    }

    @Test
    void endsWhatTheProviderErased() throws Exception {
        scene.consent(
                there(Category.SERVICE_REQUEST, Category.IDENTITY), on(Category.SERVICE_REQUEST, Category.IDENTITY));
        ReferralId child = sentOn(holding(Category.SERVICE_REQUEST, Category.IDENTITY));
        acceptAndAssign(child);
        TestNode.sql("UPDATE paivand.holding SET erased_at = UTC_TIMESTAMP(3) WHERE holder = '" + Scene.SHELTER
                + "' AND category = 'identity' AND case_id = '" + scene.caseId + "'");

        LoggedDisclosure got = further.pull(child, Category.SERVICE_REQUEST, Category.IDENTITY);

        assertEquals(Set.of(Category.IDENTITY), withheld(got, ReasonCode.NOT_HELD));
    }

    @Test
    void letsTheNextAgencySendBackHowItEndedToTheProviderAlone() throws Exception {
        Scene back = scene.towards(Scene.SHELTER);
        scene.consent(
                there(Category.SERVICE_REQUEST),
                on(Category.SERVICE_REQUEST),
                actions(back.grant(Category.FEEDBACK), Purpose.ASSISTANCE, Action.SHARE));
        ReferralId child = sentOn(holding(Category.SERVICE_REQUEST));
        acceptAndAssign(child);
        node.referrals().move(further.recipient, child, Optional.empty(), Move.proceed(Step.ARRIVED));
        node.referrals().move(further.recipient, child, Optional.empty(), Move.complete(Outcome.NEEDS_MET, List.of()));

        LoggedDisclosure told =
                node.pulls().pull(scene.recipient, UUID.randomUUID(), TestNode.key(), child, Set.of(Category.FEEDBACK));

        assertTrue(new String(told.sections(), StandardCharsets.UTF_8).contains("needs-met"));
        refused(
                ProblemCode.NOT_FOUND,
                () -> node.pulls()
                        .pull(scene.controller, UUID.randomUUID(), TestNode.key(), child, Set.of(Category.FEEDBACK)));
    }
}
