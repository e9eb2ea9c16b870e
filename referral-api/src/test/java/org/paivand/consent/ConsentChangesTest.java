package org.paivand.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.consent.ConsentDesk.Recorded;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What can happen to a consent after it was recorded, seen at the next pull and in the log. */
@Timeout(60)
class ConsentChangesTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private Grant stageOne;
    private Grant identity;
    private UUID consent;
    private ReferralId referral;

    @BeforeEach
    void consent() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.write(Category.CONTACT, 0);
        stageOne = scene.grant(Category.SERVICE_REQUEST);
        identity = scene.grant(Category.IDENTITY, Category.CONTACT);
        consent = scene.consent(stageOne, identity);
        referral = scene.accepted();
    }

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    @Test
    void revivesExactlyWhatAWithdrawalEndedWhenThePersonUndoesIt() throws Exception {
        scene.withdraw(consent);
        withheld("consent-withdrawn", Category.IDENTITY);

        happens(Happening.restoration(Optional.of(Set.of(identity.id()))));

        scene.pull(referral, Category.IDENTITY);
        withheld("consent-withdrawn", Category.SERVICE_REQUEST);
        assertEquals(ConsentChange.RESTORED, lastChange().change());
        assertEquals(Set.of(identity.id()), lastChange().grantIds());
    }

    @Test
    void revivesNothingThatExpiredBetweenWithdrawalAndItsUndoing() throws Exception {
        scene.withdraw(consent);
        node.clock.move(Duration.ofDays(2));

        happens(Happening.restoration(Optional.empty()));

        withheld("grant-expired", Category.IDENTITY);
    }

    @Test
    void undoesNoWithdrawalThatWasNotMade() throws Exception {
        refused(ProblemCode.CONFLICT, Happening.restoration(Optional.empty()));
        refused(ProblemCode.CONFLICT, Happening.restoration(Optional.of(Set.of(identity.id()))));
        refused(ProblemCode.NOT_FOUND, Happening.restoration(Optional.of(Set.of(UUID.randomUUID()))));
        happens(Happening.invalidation());
        refused(ProblemCode.CONFLICT, Happening.restoration(Optional.empty()));
    }

    @Test
    void withdrawsNothingTwice() throws Exception {
        scene.withdraw(consent);

        refused(ProblemCode.CONFLICT, Happening.withdrawal(Optional.empty()));
        refused(ProblemCode.CONFLICT, Happening.withdrawal(Optional.of(Set.of(identity.id()))));
    }

    @Test
    void leavesWhatANarrowingNamesAndEndsTheRest() throws Exception {
        Recorded narrowed = happens(Happening.narrowing(List.of(left(identity, Category.CONTACT))));

        scene.pull(referral, Category.CONTACT);
        withheld("consent-superseded", Category.IDENTITY);
        withheld("consent-superseded", Category.SERVICE_REQUEST);
        assertEquals(2, narrowed.history().latest(consent).orElseThrow().version());
        assertEquals(ConsentChange.NARROWED, lastChange().change());
        assertEquals(2, lastChange().version());
    }

    @Test
    void keepsARefusalThroughANarrowing() throws Exception {
        Grant refusal = refusal(Category.CONTACT);
        UUID both = scene.consent(scene.grant(Category.CONTACT), refusal);
        Grant permit = grants(both).stream()
                .filter(grant -> !grant.isRefusal())
                .findFirst()
                .orElseThrow();

        happens(both, Happening.narrowing(List.of(left(permit, Category.CONTACT))));

        withheld("no-grant", Category.CONTACT);
    }

    @Test
    void widensNothingAsANarrowing() throws Exception {
        Remainder more = left(identity, Category.CONTACT, Category.HEALTH);
        Remainder onward = new Remainder(
                identity.id(),
                Optional.empty(),
                Optional.of(Set.of(Action.SHARE, Action.ONWARD)),
                Optional.empty(),
                Optional.empty());
        Remainder longer = new Remainder(
                identity.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(identity.notAfter().plusMillis(1)),
                Optional.empty());
        Remainder over = new Remainder(
                identity.id(), Optional.empty(), Optional.empty(), Optional.of(Instant.EPOCH), Optional.empty());

        for (Remainder wrong : List.of(more, onward, longer, over)) {
            refused(ProblemCode.INVALID_REQUEST, Happening.narrowing(List.of(wrong)));
        }
    }

    @Test
    void bringsNothingBackByNarrowing() throws Exception {
        scene.withdraw(consent, Optional.of(Set.of(identity.id())));
        refused(ProblemCode.CONFLICT, Happening.narrowing(List.of(left(identity, Category.CONTACT))));

        happens(Happening.dispute());
        refused(ProblemCode.CONFLICT, Happening.narrowing(List.of(left(stageOne, Category.SERVICE_REQUEST))));
    }

    @Test
    void letsNothingGoWhileAConsentIsDisputedAndAllAfterItWasReconfirmed() throws Exception {
        refused(ProblemCode.CONFLICT, Happening.reconfirmation());

        happens(Happening.dispute());
        withheld("no-grant", Category.IDENTITY);
        refused(ProblemCode.CONFLICT, Happening.dispute());

        happens(Happening.reconfirmation());
        scene.pull(referral, Category.IDENTITY);
    }

    @Test
    void neverRevivesAnInvalidatedConsent() throws Exception {
        happens(Happening.invalidation());

        withheld("consent-invalidated", Category.IDENTITY);
        refused(ProblemCode.CONFLICT, Happening.invalidation());
        refused(ProblemCode.CONFLICT, Happening.reconfirmation());
        refused(ProblemCode.CONFLICT, Happening.narrowing(List.of(left(identity, Category.CONTACT))));
        assertEquals(
                Set.of(),
                Set.copyOf(node.consents()
                        .read(scene.controller, scene.caseId)
                        .stateAt(node.clock.instant())
                        .livePermits()));
    }

    @Test
    void tellsTheLogThatAConsentHoldsRefusalsAlone() throws Exception {
        scene.consent(refusal(Category.HEALTH));

        assertEquals(ConsentChange.REFUSED, lastChange().change());
    }

    private Recorded happens(Happening happening) throws Exception {
        return happens(consent, happening);
    }

    private Recorded happens(UUID consentId, Happening happening) throws Exception {
        return node.consents()
                .change(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId, consentId, happening);
    }

    /** Refused, and nothing written but an entry that says so. */
    private void refused(ProblemCode code, Happening happening) throws Exception {
        int events =
                node.consents().read(scene.controller, scene.caseId).events().size();

        ProblemException refused = assertThrows(ProblemException.class, () -> happens(happening));

        assertEquals(code, refused.code());
        assertEquals(
                events,
                node.consents().read(scene.controller, scene.caseId).events().size());
        if (code != ProblemCode.NOT_FOUND) {
            List<DisclosureEvent> entries = events();
            assertTrue(
                    entries.get(entries.size() - 1) instanceof Denial denial
                            && denial.code().equals(code.code()),
                    "the refusal is no entry");
        }
    }

    private void withheld(String reason, Category category) {
        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(referral, category));
        assertEquals(
                List.of(new ProblemException.WithheldCategory(category.code(), reason)),
                refused.extensions().withheld());
    }

    private ConsentChanged lastChange() throws Exception {
        return events().stream()
                .filter(ConsentChanged.class::isInstance)
                .map(ConsentChanged.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private List<DisclosureEvent> events() throws Exception {
        return node.sequenced(scene.alias).stream().map(TestNode.Logged::event).toList();
    }

    private List<Grant> grants(UUID consentId) {
        return node.consents()
                .read(scene.controller, scene.caseId)
                .latest(consentId)
                .orElseThrow()
                .grants();
    }

    private Grant refusal(Category category) {
        Grant permit = scene.grant(category);
        return new Grant(
                permit.id(),
                Effect.REFUSE,
                permit.purpose(),
                permit.categories(),
                new Recipient.ExactAgency(scene.recipient.agency()),
                permit.actions(),
                permit.notBefore(),
                permit.notAfter(),
                false);
    }

    private static Remainder left(Grant grant, Category... categories) {
        return new Remainder(
                grant.id(), Optional.of(Set.of(categories)), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
