package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.paivand.disclosure.decision.Scene.CASE;
import static org.paivand.disclosure.decision.Scene.END;
import static org.paivand.disclosure.decision.Scene.GIVEN;
import static org.paivand.disclosure.decision.Scene.NGO;
import static org.paivand.disclosure.decision.Scene.NOW;
import static org.paivand.disclosure.decision.Scene.SHELTER;
import static org.paivand.disclosure.decision.Scene.TJ;
import static org.paivand.disclosure.decision.Scene.id;
import static org.paivand.disclosure.decision.Scene.permit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.policy.AgreementRule;
import org.paivand.disclosure.policy.HandlingCode;
import org.paivand.disclosure.policy.WorkerRule;

/** What no record can hold, whoever makes it. */
final class RecordsTest {
    private static final Sha256 HASH = Sha256.of("ab".repeat(32));

    private static void refused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }

    private static ConsentRecord consent(
            int version, String method, Optional<String> verifiedBy, GivenBy giver, List<Grant> grants) {
        ConsentRecord plain = new Scene().consent();
        return new ConsentRecord(
                plain.id(),
                version,
                CASE,
                plain.notice(),
                plain.controller(),
                TJ,
                method,
                Form.WRITTEN,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                verifiedBy,
                giver,
                true,
                grants);
    }

    @Test
    void aConsentHasAVersionCodesAndGrants() {
        List<Grant> grants = List.of(permit("a", SHELTER, Purpose.ASSISTANCE));

        assertEquals(
                grants,
                consent(1, "hotline", Optional.of("u-1"), GivenBy.subject(), grants)
                        .grants());
        refused(() -> consent(0, "hotline", Optional.empty(), GivenBy.subject(), grants));
        refused(() -> consent(1, "call the hotline", Optional.empty(), GivenBy.subject(), grants));
        refused(() -> consent(1, "hotline", Optional.of("Gulnora Safarova"), GivenBy.subject(), grants));
        refused(() -> consent(1, "hotline", Optional.empty(), GivenBy.subject(), List.of()));
    }

    @Test
    void onlyThePersonBarsSomebodyForTheirSafety() {
        Grant bar =
                Scene.grant("bar", Effect.REFUSE, new Recipient.ExactAgency(SHELTER.agency()), Purpose.RETURN, true);
        GivenBy guardian = new GivenBy(Role.GUARDIAN, Optional.empty(), Optional.empty(), ChildAssent.GIVEN);

        assertEquals(
                List.of(bar),
                consent(1, "hotline", Optional.empty(), GivenBy.subject(), List.of(bar))
                        .grants());
        refused(() -> consent(1, "hotline", Optional.empty(), guardian, List.of(bar)));
    }

    @Test
    void aNoticeHasACodeAVersionAndALanguage() {
        assertDoesNotThrow(() -> new Notice("notice", 1, HASH, "sgh", Optional.empty()));
        refused(() -> new Notice("The notice", 1, HASH, "tg", Optional.empty()));
        refused(() -> new Notice("notice", 0, HASH, "tg", Optional.empty()));
        refused(() -> new Notice("notice", 1, HASH, "Tajik", Optional.empty()));
        refused(() -> new Notice.Interpreter("a name", true));
        refused(() -> new GivenBy(Role.GUARDIAN, Optional.of("My Mandate"), Optional.empty(), ChildAssent.GIVEN));
    }

    @Test
    void birthdaysAreBothKnownAndInOrder() {
        assertDoesNotThrow(() -> new Age(AgeGroup.CHILD, Optional.of(NOW), Optional.of(NOW)));
        refused(() -> new Age(AgeGroup.CHILD, Optional.of(NOW), Optional.empty()));
        refused(() -> new Age(AgeGroup.CHILD, Optional.empty(), Optional.of(NOW)));
        refused(() -> new Age(AgeGroup.CHILD, Optional.of(NOW), Optional.of(NOW.minusNanos(1))));
    }

    @Test
    void aBasisNamesPseudonymsAndCategories() {
        Executable named = () -> new StandaloneBasis.BreakGlass(
                id("g"), SHELTER.agency(), BreakGlassReason.ABDUCTION, "u-9", Optional.of("u 8"), false, NOW, END);
        Executable officer = () -> new StandaloneBasis.BreakGlass(
                id("g"), SHELTER.agency(), BreakGlassReason.ABDUCTION, "u 9", Optional.empty(), false, NOW, END);

        refused(named);
        refused(officer);
        refused(() -> new Scene().bestInterests(Scene.CHILD_PROTECTION, Set.of(), END));
        refused(() -> order(Set.of(), "u-1", "u-2"));
        refused(() -> order(Set.of(Category.LEGAL), "u 1", "u-2"));
        refused(() -> order(Set.of(Category.LEGAL), "u-1", "u 2"));
        refused(() -> new Basis.Standalone(BasisType.CONSENT, id("g")));
    }

    private static StandaloneBasis order(Set<Category> categories, String first, String second) {
        return new StandaloneBasis.CourtOrder(
                id("o"), TJ, SHELTER.agency(), categories, HASH, NGO.agency(), first, second, true, GIVEN, END);
    }

    @Test
    void aRequestNamesACategory() {
        refused(() -> new Scene().asking(Set.of()).request());
    }

    @Test
    void aHistoryKnowsItsConsentsByVersion() {
        ConsentRecord first = new Scene().consent("one", List.of(permit("a", SHELTER, Purpose.ASSISTANCE)));
        ConsentRecord second =
                first.narrowed("u-2", List.of(narrower(first.grants().get(0))));
        ConsentRecord other = new Scene().consent("other", List.of(permit("b", NGO, Purpose.ASSISTANCE)));
        ConsentHistory history = ConsentHistory.empty(CASE)
                .append(new ConsentEvent.Given(GIVEN, first))
                .append(new ConsentEvent.Given(GIVEN, other))
                .append(new ConsentEvent.Given(NOW, second));

        assertEquals(Optional.of(second), history.latest(id("one")));
        assertEquals(Optional.empty(), history.latest(id("none")));
        assertEquals(Set.of(id("a"), second.grants().get(0).id()), history.grantsOf(id("one")));
        assertEquals(Set.of(id("b")), history.grantsOf(id("other")));
        assertEquals(2, second.version());
        refused(() -> history.append(new ConsentEvent.Given(NOW, second)));
        refused(() -> ConsentHistory.empty(CASE).append(new ConsentEvent.Given(NOW, second)));
        refused(() -> ConsentHistory.empty(id("another case")).append(new ConsentEvent.Given(NOW, first)));
        refused(() -> history.append(new ConsentEvent.Disputed(NOW, id("none"))));
        refused(() -> history.append(new ConsentEvent.Disputed(NOW.minusNanos(1), id("one"))));
        refused(() -> history.append(new ConsentEvent.Given(
                NOW, Scene.regranted(other, other.grants()).narrowed("u-2", other.grants()))));
        refused(() -> new ConsentEvent.Superseded(NOW, id("one"), id("one")));
        refused(() -> new ConsentEvent.Withdrawn(NOW, id("one"), Optional.of(Set.of())));
        refused(() -> history.append(new ConsentEvent.Withdrawn(NOW, id("one"), Optional.of(Set.of(id("none"))))));
    }

    private static Grant narrower(Grant grant) {
        return new Grant(
                id("narrower"),
                grant.effect(),
                grant.purpose(),
                Set.of(Category.CONTACT),
                grant.recipient(),
                grant.actions(),
                grant.notBefore(),
                grant.notAfter(),
                false);
    }

    @Test
    void aRecipientIsNamedOrOneOfAListedKind() {
        Recipient named = new Recipient.ExactAgency(SHELTER.agency());
        Recipient kind = new Recipient.KindWithin(SHELTER.kind(), TJ, Set.of(SHELTER.agency()));

        assertEquals("named", named.fold(exact -> "named", listed -> "kind", one -> "worker"));
        assertEquals("kind", kind.fold(exact -> "named", listed -> "kind", one -> "worker"));
    }

    @Test
    void oneWorkerIsBarredAndNothingElse() {
        Recipient worker = new Recipient.OneWorker(SHELTER.agency(), WorkerId.of("w-101"));
        Grant bar = Scene.grant("bar", Effect.REFUSE, worker, Purpose.RETURN, true);

        assertEquals("worker", worker.fold(exact -> "named", listed -> "kind", one -> "worker"));
        assertEquals(Optional.of(WorkerId.of("w-101")), bar.barredWorker(SHELTER));
        assertEquals(Optional.empty(), bar.barredWorker(Scene.NGO));
        assertEquals(false, bar.bars(SHELTER));
        assertEquals(false, worker.permits(SHELTER));
        assertEquals(true, worker.isWithin(worker));
        assertEquals(false, worker.isWithin(new Recipient.ExactAgency(SHELTER.agency())));
        assertEquals(ReasonCode.NO_GRANT, ReasonCode.WORKER_BARRED.shownToRecipient());
        refused(() -> Scene.grant("bar", Effect.REFUSE, worker, Purpose.RETURN, false));
        refused(() -> Scene.grant("bar", Effect.PERMIT, worker, Purpose.RETURN, false));
    }

    /** The readers and writers are tested with their formats; here, that no list gives two things one name. */
    @Test
    void everyCodeNamesItsOwnConstantAndNoOther() {
        named(BreakGlassReason.values(), BreakGlassReason::of);
        named(Occasion.values(), Occasion::of);
        named(ReasonCode.values(), ReasonCode::of);
        named(Rule.values(), Rule::of);
        named(ChildAssent.values(), ChildAssent::of);
        named(Effect.values(), Effect::of);
        named(Form.values(), Form::of);
        named(GrantStatus.values(), GrantStatus::of);
        named(Role.values(), Role::of);
        named(AgreementRule.values(), AgreementRule::of);
        named(HandlingCode.values(), HandlingCode::of);
        named(WorkerRule.values(), WorkerRule::of);
        named(Mask.values(), Mask::of);
    }

    private static <E extends Enum<E> & Coded> void named(E[] list, Function<String, E> parser) {
        for (E constant : list) {
            assertEquals(constant, parser.apply(constant.code()));
        }
        refused(() -> parser.apply("none-of-these"));
    }

    @Test
    void aRecipientIsNotToldWhatTellsOfThePerson() {
        assertEquals(ReasonCode.NO_GRANT, ReasonCode.SAFETY_REFUSAL.shownToRecipient());
        assertEquals(ReasonCode.NO_GRANT, ReasonCode.PROTECTION_FEAR.shownToRecipient());
        assertEquals(ReasonCode.NOT_ACCEPTED, ReasonCode.NOT_ACCEPTED.shownToRecipient());
    }

    @Test
    void aBasisIsFoldedByItsKind() {
        Basis consent = new Basis.ByConsent(id("c"), 1, id("g"));
        Basis order = new Basis.Standalone(BasisType.COURT_ORDER, id("o"));

        assertEquals("consent", consent.fold(by -> "consent", standalone -> "standalone"));
        assertEquals("standalone", order.fold(by -> "consent", standalone -> "standalone"));
    }

    @Test
    void aWithheldCategoryNamesTheStepThatFailed() {
        assertEquals(Rule.STAGE, new CategoryDecision.Withhold(ReasonCode.NOT_ACCEPTED).rule());
        assertEquals(7, Rule.STAGE.step());
        assertEquals(Rule.STAGE, Rule.of("stage"));
    }
}
