package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.disclosure.decision.Scene.CASE;
import static org.paivand.disclosure.decision.Scene.END;
import static org.paivand.disclosure.decision.Scene.GIVEN;
import static org.paivand.disclosure.decision.Scene.NGO;
import static org.paivand.disclosure.decision.Scene.NOW;
import static org.paivand.disclosure.decision.Scene.SHELTER;
import static org.paivand.disclosure.decision.Scene.SHELTER_ABROAD;
import static org.paivand.disclosure.decision.Scene.id;
import static org.paivand.disclosure.decision.Scene.permit;
import static org.paivand.disclosure.decision.Scene.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.policy.HandlingCode;

final class DecisionsTest {
    private static CategoryDecision.Permit permitted(Decision decision, Category category) {
        return Optional.ofNullable(decision.permitted().get(category)).orElseThrow();
    }

    private static Grant onward(String name, Instant from) {
        return new Grant(
                id(name),
                Effect.PERMIT,
                Purpose.SHELTER_PLACEMENT,
                EnumSet.allOf(Category.class),
                new Recipient.ExactAgency(SHELTER.agency()),
                EnumSet.allOf(Action.class),
                from,
                END,
                false);
    }

    @Test
    void releasesToAShelterWhatPolicyLetsItHaveAndNoMore() {
        Decision decision = new Scene().decide();

        assertEquals(
                Scene.POLICY.policy().ceiling(Purpose.SHELTER_PLACEMENT, SHELTER.kind()),
                decision.permitted().keySet());
        assertEquals("tj-2", decision.policyVersion());
        assertEquals(Category.values().length, decision.categories().size());
    }

    @Test
    void withholdsBeforeAGrantBegins() {
        Decision decision = new Scene().grants(onward("g", NOW.plusNanos(1))).decide();

        assertEquals(ReasonCode.GRANT_NOT_YET, decision.withheld().get(Category.CONTACT));
    }

    @Test
    void aNewerVersionEndsThePermitsOfTheOlderAndKeepsItsRefusals() {
        Scene scene = new Scene().alsoGrant(refusal("no", NGO, Purpose.ASSISTANCE));
        var newer = scene.consent("newer", List.of(permit("g2", NGO, Purpose.ASSISTANCE)));
        scene.then(new ConsentEvent.Given(GIVEN, newer))
                .then(new ConsentEvent.Superseded(GIVEN, id("consent"), id("newer")));

        Decision toShelter = scene.decide();
        Decision toNgo = scene.to(NGO, Purpose.ASSISTANCE).decide();

        assertEquals(ReasonCode.CONSENT_SUPERSEDED, toShelter.withheld().get(Category.CONTACT));
        assertEquals(ReasonCode.REFUSED, toNgo.withheld().get(Category.CONTACT));
    }

    @Test
    void anAgreementThatForbidsOnwardBeatsAGrantOfIt() {
        Grant grant = new Grant(
                id("g"),
                Effect.PERMIT,
                Purpose.SHELTER_PLACEMENT,
                Set.of(Category.CONTACT),
                new Recipient.ExactAgency(SHELTER_ABROAD.agency()),
                EnumSet.allOf(Action.class),
                GIVEN,
                END,
                false);
        Scene scene = new Scene()
                .to(SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT)
                .grants(grant)
                .agreed(Scene.corridor());

        assertFalse(permitted(scene.decide(), Category.CONTACT).obligations().onward());
        assertEquals(
                ReasonCode.AGREEMENT_FORBIDS_ONWARD,
                scene.onward().decide().withheld().get(Category.CONTACT));
    }

    @Test
    void aPermitNamesItsGrantEndAndObligations() {
        CategoryDecision.Permit permit = permitted(new Scene().decide(), Category.HEALTH);

        assertEquals(new Basis.ByConsent(id("consent"), 1, id("plain")), permit.basis());
        assertEquals(Rule.CONSENT, permit.rule());
        assertEquals(END, permit.validUntil());
        assertEquals(
                new Obligations(HandlingCode.SENSITIVE, false, NOW.plus(Duration.ofDays(180)), false, false),
                permit.obligations());
    }

    @Test
    void aPermitByTelephoneEndsAfter72Hours() {
        CategoryDecision.Permit permit =
                permitted(new Scene().form(Form.ORAL_PHONE).decide(), Category.CONTACT);

        assertEquals(GIVEN.plus(Duration.ofDays(3)), permit.validUntil());
    }

    @Test
    void aGuardiansPermitEndsOnTheFirstPossibleBirthday() {
        Instant birthday = NOW.plus(Duration.ofDays(2));
        Scene scene = new Scene().comingOfAge(birthday, END).guardian().finding(ConflictFinding.NONE);

        assertEquals(birthday, permitted(scene.decide(), Category.CONTACT).validUntil());
    }

    @Test
    void anAgreementShortensPermitAndRetention() {
        Instant until = NOW.plus(Duration.ofDays(3));
        Scene scene = new Scene()
                .to(SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT)
                .agreed(Scene.corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(Category.CONTACT), GIVEN, until));

        CategoryDecision.Permit permit = permitted(scene.decide(), Category.CONTACT);

        assertEquals(until, permit.validUntil());
        assertEquals(NOW.plus(Duration.ofDays(60)), permit.obligations().retainUntil());
    }

    @Test
    void onwardFollowsAnyLiveGrantOfItUnlessItIsRefused() {
        Scene allowed = new Scene().alsoGrant(onward("g", GIVEN));
        Grant no = new Grant(
                id("no"),
                Effect.REFUSE,
                Purpose.SHELTER_PLACEMENT,
                Set.of(Category.CONTACT),
                new Recipient.ExactAgency(SHELTER.agency()),
                Set.of(Action.ONWARD),
                GIVEN,
                END,
                false);

        assertTrue(permitted(allowed.decide(), Category.CONTACT).obligations().onward());

        Decision decision = allowed.alsoGrant(no).decide();

        assertFalse(permitted(decision, Category.CONTACT).obligations().onward());
        assertTrue(permitted(decision, Category.IDENTITY).obligations().onward());
    }

    @Test
    void theStricterOfTwoObligationsIsKept() {
        Obligations one = new Obligations(HandlingCode.SENSITIVE, true, NOW, false, true);
        Obligations other = new Obligations(HandlingCode.PERSONAL, false, NOW.plusSeconds(1), true, false);

        Obligations both = new Obligations(HandlingCode.SENSITIVE, false, NOW, true, true);

        assertEquals(both, one.and(other));
        assertEquals(both, other.and(one));
    }

    @Test
    void aPreviewAnswersAsIfAcceptedAndAssigned() {
        Scene scene = new Scene().offer().withoutWorker();

        Decision preview = Decisions.decide(
                Scene.POLICY.policy(),
                scene.history(),
                List.of(),
                scene.request().ifAccepted(),
                NOW);

        assertEquals(new Scene().decide(), preview);
        assertEquals(
                Set.of(Category.SERVICE_REQUEST), scene.decide().permitted().keySet());
    }

    @Test
    void theLastDaysOfWhatAnInstantHoldsAreDecidedToo() {
        for (Instant edge : List.of(Instant.MIN, Instant.MAX)) {
            Decision decision = new Scene()
                    .at(edge)
                    .breakGlass(Optional.empty(), false, edge, edge)
                    .decide();

            assertTrue(decision.permitsNothing());
        }
    }

    @Test
    void aRequestForOneCategoryIsAnsweredForOne() {
        Decision decision = new Scene().asking(Set.of(Category.CONTACT)).decide();

        assertEquals(Set.of(Category.CONTACT), decision.categories().keySet());
    }

    @Test
    void theSafeguardsStayUntilTheLastPossibleBirthday() {
        Scene scene = new Scene()
                .comingOfAge(GIVEN.minusSeconds(9), NOW)
                .noConsent()
                .bestInterests(Scene.CHILD_PROTECTION, Set.of(Category.CONTACT), END);

        assertEquals(
                Set.of(Category.CONTACT),
                scene.at(NOW.minusNanos(1)).decide().permitted().keySet());
        assertEquals(
                ReasonCode.BEST_INTERESTS_NOT_A_CHILD,
                scene.at(NOW).decide().withheld().get(Category.CONTACT));
    }

    @Test
    void undeterminedAgeIsAnsweredLikeAChildEverywhere() {
        for (ConflictFinding finding : ConflictFinding.values()) {
            Decision child =
                    new Scene().aged(AgeGroup.CHILD).guardian().finding(finding).decide();
            Decision unknown = new Scene()
                    .aged(AgeGroup.UNDETERMINED)
                    .guardian()
                    .finding(finding)
                    .decide();

            assertEquals(child, unknown);
        }
        assertEquals(CASE, new Scene().history().caseRef());
    }
}
