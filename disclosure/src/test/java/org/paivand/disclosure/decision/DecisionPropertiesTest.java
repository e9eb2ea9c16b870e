package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;

/** What holds for every input; a failure is made again from the seed that it prints. */
final class DecisionPropertiesTest {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.longs().map(Situation::new);
    }

    private static Decision decide(DecisionInput input) {
        return input.replay(Scene.POLICY);
    }

    private static DecisionInput with(DecisionInput input, ConsentHistory history) {
        return new DecisionInput(input.policySha256(), history, input.agreements(), input.request(), input.decidedAt());
    }

    private static DecisionInput with(DecisionInput input, DisclosureRequest request) {
        return new DecisionInput(input.policySha256(), input.history(), input.agreements(), request, input.decidedAt());
    }

    private static boolean noMore(Decision after, Decision before) {
        return before.permitted().keySet().containsAll(after.permitted().keySet())
                && after.permitted().entrySet().stream()
                        .allMatch(entry -> entry.getValue()
                                .masks()
                                .containsAll(
                                        Optional.ofNullable(before.permitted().get(entry.getKey()))
                                                .orElseThrow()
                                                .masks()))
                && after.permitted().entrySet().stream()
                        .allMatch(entry -> !entry.getValue().obligations().onward()
                                || Optional.ofNullable(before.permitted().get(entry.getKey()))
                                        .orElseThrow()
                                        .obligations()
                                        .onward());
    }

    @Property(tries = 1000)
    void addingARefusalNeverReleasesMore(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        Grant refusal = situation.anyGrant("added", Effect.REFUSE, true);
        ConsentRecord consent = new Scene().consent("added", List.of(refusal));
        ConsentHistory longer = situation.appended(new ConsentEvent.Given(input.decidedAt(), consent));

        assertTrue(noMore(decide(with(input, longer)), decide(input)));
    }

    @Property(tries = 1000)
    void removingAGrantNeverReleasesMore(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        for (Grant grant : situation.permits()) {
            ConsentHistory less = situation.appended(new ConsentEvent.Withdrawn(
                    input.decidedAt(), situation.consentOf(grant), Optional.of(Set.of(grant.id()))));

            assertTrue(noMore(decide(with(input, less)), decide(input)));
        }
    }

    @Property(tries = 1000)
    void withdrawingAWholeConsentNeverReleasesMore(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        for (ConsentRecord consent : situation.consents()) {
            ConsentHistory less =
                    situation.appended(new ConsentEvent.Withdrawn(input.decidedAt(), consent.id(), Optional.empty()));

            assertTrue(noMore(decide(with(input, less)), decide(input)));
        }
    }

    @Property(tries = 1000)
    void narrowingAConsentNeverReleasesMore(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        for (UUID id : ids(situation)) {
            List<Grant> left = standing(situation, id, GrantStatus.LIVE, GrantStatus.NOT_YET).stream()
                    .map(DecisionPropertiesTest::halved)
                    .toList();
            if (!left.isEmpty()) {
                ConsentRecord narrower =
                        input.history().latest(id).orElseThrow().narrowed("u-18", left);
                ConsentHistory less = situation.appended(new ConsentEvent.Given(input.decidedAt(), narrower));

                assertTrue(noMore(decide(with(input, less)), decide(input)));
            }
        }
    }

    @Property(tries = 1000)
    void aWithdrawalThatIsUndoneChangesNothing(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        Set<GrantStatus> others = EnumSet.complementOf(EnumSet.of(GrantStatus.WITHDRAWN));
        for (UUID id : ids(situation)) {
            Set<UUID> ended = standing(situation, id, others.toArray(GrantStatus[]::new)).stream()
                    .map(Grant::id)
                    .collect(Collectors.toSet());
            if (!ended.isEmpty()) {
                ConsentHistory withdrawn =
                        situation.appended(new ConsentEvent.Withdrawn(input.decidedAt(), id, Optional.empty()));
                ConsentHistory undone =
                        Situation.appended(withdrawn, new ConsentEvent.Restored(input.decidedAt(), id, ended));

                assertEquals(decide(input), decide(with(input, undone)));
            }
        }
    }

    private static Set<UUID> ids(Situation situation) {
        return situation.consents().stream().map(ConsentRecord::id).collect(Collectors.toSet());
    }

    /** The permits of the consent that stand like this when it is decided. */
    private static List<Grant> standing(Situation situation, UUID consentId, GrantStatus... statuses) {
        DecisionInput input = situation.input();
        return input.history().stateAt(input.decidedAt()).grants().stream()
                .filter(grant -> grant.consent().id().equals(consentId)
                        && !grant.grant().isRefusal()
                        && Set.of(statuses).contains(grant.status()))
                .map(StandingGrant::grant)
                .toList();
    }

    /** With about half of the categories. */
    private static Grant halved(Grant grant) {
        Set<Category> some = grant.categories().stream()
                .limit((grant.categories().size() + 1) / 2)
                .collect(Collectors.toSet());
        return new Grant(
                UUID.nameUUIDFromBytes(grant.id().toString().getBytes(StandardCharsets.US_ASCII)),
                grant.effect(),
                grant.purpose(),
                some,
                grant.recipient(),
                grant.actions(),
                grant.notBefore(),
                grant.notAfter(),
                grant.safetyCritical());
    }

    @Property(tries = 1000)
    void nothingIsReleasedAtOrAfterTheEndThatWasNamed(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();

        for (CategoryDecision.Permit permit : decide(input).permitted().values()) {
            assertTrue(input.decidedAt().isBefore(permit.validUntil()));
            permit.basis()
                    .fold(
                            consent -> assertLive(situation, consent, input),
                            standalone -> permit.basis().type() != BasisType.CONSENT);
        }
    }

    private static boolean assertLive(Situation situation, Basis.ByConsent basis, DecisionInput input) {
        Grant grant = situation.permits().stream()
                .filter(one -> one.id().equals(basis.grantId()))
                .findFirst()
                .orElseThrow();
        assertTrue(input.decidedAt().isBefore(grant.notAfter()));
        assertTrue(!input.decidedAt().isBefore(grant.notBefore()));
        return true;
    }

    @Property(tries = 1000)
    void nothingBeyondStageOneIsReleasedBeforeAcceptance(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        Set<BasisType> waived = EnumSet.of(BasisType.BREAK_GLASS, BasisType.STATUTORY_DUTY, BasisType.COURT_ORDER);

        decide(input).permitted().forEach((category, permit) -> {
            if (!waived.contains(permit.basis().type())) {
                assertTrue(category == Category.SERVICE_REQUEST
                        || (input.request().accepted() && input.request().occasion() == Occasion.PULL));
            }
        });
    }

    @Property
    void aMissingPurposeWithholdsEverything(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        DisclosureRequest without = situation.withoutPurpose();

        Decision decision = decide(with(input, without));

        assertEquals(without.categories(), decision.withheld().keySet());
        assertEquals(
                Set.of(ReasonCode.PURPOSE_MISSING),
                Set.copyOf(decision.withheld().values()));
    }

    @Property(tries = 1000)
    void undeterminedAgeIsTreatedAsAChild(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();

        assertEquals(
                decide(with(input, situation.aged(AgeGroup.CHILD))),
                decide(with(input, situation.aged(AgeGroup.UNDETERMINED))));
    }

    @Property(tries = 1000)
    void aGuardianWithoutFindingReleasesNothing(@ForAll("situations") Situation situation) {
        DecisionInput input = with(situation.input(), situation.aged(AgeGroup.CHILD));
        ConflictFinding finding = input.request().facts().findingAt(input.decidedAt());

        decide(input).permitted().forEach((category, permit) -> {
            if (permit.basis() instanceof Basis.ByConsent consent && finding != ConflictFinding.NONE) {
                assertEquals(Role.SUBJECT, situation.giver(consent.consentId()));
                assertEquals(Category.SERVICE_REQUEST, category);
            }
        });
    }

    @Property(tries = 1000)
    void aSafetyCriticalRefusalBeatsEverythingForAnAdult(@ForAll("situations") Situation situation) {
        DecisionInput input = with(situation.input(), situation.aged(AgeGroup.ADULT));
        Party recipient = input.request().recipient();
        Grant bar = Scene.grant(
                "bar", Effect.REFUSE, new Recipient.ExactAgency(recipient.agency()), situation.anyPurpose(), true);
        ConsentHistory barred =
                situation.appended(new ConsentEvent.Given(input.decidedAt(), new Scene().consent("bar", List.of(bar))));

        Decision decision = decide(with(input, barred));

        assertTrue(decision.permitsNothing());
    }

    private static ConsentHistory barring(Situation situation, Party party, WorkerId worker) {
        Grant bar = Scene.grant(
                "bar", Effect.REFUSE, new Recipient.OneWorker(party.agency(), worker), situation.anyPurpose(), true);
        return situation.appended(
                new ConsentEvent.Given(situation.input().decidedAt(), new Scene().consent("bar", List.of(bar))));
    }

    @Property(tries = 1000)
    void barringAWorkerNeverReleasesMore(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        for (String worker : List.of("w-101", "w-102")) {
            ConsentHistory barred = barring(situation, input.request().recipient(), WorkerId.of(worker));

            assertTrue(noMore(decide(with(input, barred)), decide(input)));
        }
    }

    @Property(tries = 1000)
    void aBarredWorkerGetsNothingOnAnyBasis(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        input.request().worker().ifPresent(reader -> {
            ConsentHistory barred = barring(situation, input.request().recipient(), reader.worker());

            assertTrue(decide(with(input, barred)).permitsNothing());
        });
    }

    @Property(tries = 1000)
    void barringAWorkerTakesNothingFromAnotherOne(@ForAll("situations") Situation situation) throws Exception {
        DecisionInput input = situation.input();
        if (input.request().worker().isPresent()) {
            DecisionInput barred =
                    with(input, barring(situation, input.request().recipient(), WorkerId.of("somebody-else")));

            assertEquals(
                    decide(input).permitted(),
                    decide(DecisionInput.parse(barred.bytes())).permitted());
        }
    }

    @Property(tries = 1000)
    void whatWasWrittenIsReadAndDecidedTheSame(@ForAll("situations") Situation situation) throws Exception {
        DecisionInput input = situation.input();

        DecisionInput read = DecisionInput.parse(input.bytes());

        assertEquals(input, read);
        assertEquals(input.sha256(), read.sha256());
        assertEquals(decide(input), read.replay(Scene.POLICY));
    }

    /** What a withdrawal ended may come back; what had ended in another way, or had never been, does not. */
    @Property(tries = 1000)
    void undoingEveryWithdrawalIsAsIfThereHadBeenNone(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        List<ConsentEvent> events = new ArrayList<>(input.history().events());
        events.removeIf(event -> event instanceof ConsentEvent.Withdrawn || event instanceof ConsentEvent.Restored);
        ConsentHistory never = new ConsentHistory(input.history().caseRef(), events);
        ConsentHistory undone = input.history();
        for (ConsentRecord consent : situation.consents()) {
            Set<UUID> all = undone.grantsOf(consent.id());
            undone = appended(undone, new ConsentEvent.Withdrawn(input.decidedAt(), consent.id(), Optional.of(all)));
            undone = appended(undone, new ConsentEvent.Restored(input.decidedAt(), consent.id(), all));
        }

        assertEquals(decide(with(input, never)), decide(with(input, undone)));
    }

    @Property(tries = 1000)
    void undoingAWithdrawalReleasesNoMoreThanBeforeIt(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        for (ConsentRecord consent : situation.consents()) {
            Set<UUID> standing = input.history().stateAt(input.decidedAt()).grants().stream()
                    .filter(grant ->
                            grant.consent().id().equals(consent.id()) && grant.status() != GrantStatus.WITHDRAWN)
                    .map(grant -> grant.grant().id())
                    .collect(Collectors.toSet());
            if (!standing.isEmpty()) {
                ConsentHistory undone = appended(
                        appended(
                                input.history(),
                                new ConsentEvent.Withdrawn(input.decidedAt(), consent.id(), Optional.of(standing))),
                        new ConsentEvent.Restored(input.decidedAt(), consent.id(), standing));

                assertEquals(decide(input), decide(with(input, undone)));
            }
        }
    }

    private static ConsentHistory appended(ConsentHistory history, ConsentEvent event) {
        List<ConsentEvent> known = new ArrayList<>(history.events());
        known.removeIf(later -> later.at().isAfter(event.at()));
        return new ConsentHistory(history.caseRef(), known).append(event);
    }

    /** A category that no notice named then can't have been consented to, by whatever kind of grant. */
    @Property(tries = 1000)
    void nothingIsReleasedOfACategoryThatCameAfterTheConsents(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        for (Category later : Category.values()) {
            Decision decision = decide(with(input, situation.before(later)));

            Optional.ofNullable(decision.permitted().get(later))
                    .ifPresent(permit ->
                            assertNotEquals(BasisType.CONSENT, permit.basis().type()));
        }
    }

    @Property(tries = 1000)
    void aConsentReleasesOnlyWhatItsGrantNames(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();

        decide(input).permitted().forEach((category, permit) -> {
            if (permit.basis() instanceof Basis.ByConsent consent) {
                Grant grant = situation.permits().stream()
                        .filter(one -> one.id().equals(consent.grantId()))
                        .findFirst()
                        .orElseThrow();
                assertTrue(grant.permits(
                        input.request().recipient(),
                        input.request().purpose().orElseThrow(),
                        category,
                        input.request().action()));
            }
        });
    }

    @Property(tries = 1000)
    void atItsEndAPermitIsOver(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();

        decide(input).permitted().forEach((category, permit) -> {
            Decision then = decide(at(input, permit.validUntil()));
            Optional.ofNullable(then.permitted().get(category))
                    .ifPresent(another -> assertNotEquals(permit.basis(), another.basis()));
        });
    }

    /** Nothing but the order of instants counts: no calendar, no zone, no rounding. */
    @Property(tries = 1000)
    void movingEveryInstantMovesTheAnswer(@ForAll("situations") Situation situation) throws Exception {
        DecisionInput input = situation.input();
        Duration period = situation.anyPeriod();

        Decision moved = decide(moved(input, period));

        Decision original = decide(input);
        assertEquals(original.withheld(), moved.withheld());
        assertEquals(original.permitted().keySet(), moved.permitted().keySet());
        original.permitted().forEach((category, permit) -> {
            CategoryDecision.Permit later =
                    Optional.ofNullable(moved.permitted().get(category)).orElseThrow();
            assertEquals(permit.basis(), later.basis());
            assertEquals(permit.masks(), later.masks());
            assertEquals(permit.validUntil().plus(period), later.validUntil());
            assertEquals(
                    permit.obligations().retainUntil().plus(period),
                    later.obligations().retainUntil());
        });
    }

    private static DecisionInput moved(DecisionInput input, Duration period) throws InvalidDocumentException {
        String text = new String(input.bytes(), StandardCharsets.UTF_8);
        String moved = INSTANT.matcher(text)
                .replaceAll(found -> Instant.parse(found.group()).plus(period).toString());
        return DecisionInput.parse(moved.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void askedLaterAboutAnyInstantItSaysWhatItSaidThen(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        Instant then = situation.anyInstant();
        List<ConsentEvent> known = new ArrayList<>(input.history().events());
        known.removeIf(event -> event.at().isAfter(then));
        ConsentHistory asKnownThen = new ConsentHistory(input.history().caseRef(), known);

        assertEquals(decide(at(with(input, asKnownThen), then)), decide(at(input, then)));
    }

    private static DecisionInput at(DecisionInput input, Instant when) {
        return new DecisionInput(input.policySha256(), input.history(), input.agreements(), input.request(), when);
    }

    @Property(tries = 1000)
    void aChildsOwnWordCarriesStageOneAndNoMore(@ForAll("situations") Situation situation) {
        DecisionInput input = with(situation.input(), situation.aged(AgeGroup.CHILD));

        decide(input).permitted().forEach((category, permit) -> {
            if (permit.basis() instanceof Basis.ByConsent consent
                    && situation.giver(consent.consentId()) == Role.SUBJECT) {
                assertEquals(Category.SERVICE_REQUEST, category);
            }
        });
    }

    @Property(tries = 1000)
    void nobodyBarsChildProtectionFromAChild(@ForAll("situations") Situation situation) {
        DecisionInput input = with(situation.input(), situation.aged(AgeGroup.CHILD));
        Grant bar = Scene.grant(
                "bar",
                Effect.REFUSE,
                new Recipient.ExactAgency(Scene.CHILD_PROTECTION.agency()),
                situation.anyPurpose(),
                true);
        ConsentHistory barred =
                situation.appended(new ConsentEvent.Given(input.decidedAt(), new Scene().consent("bar", List.of(bar))));

        if (input.request().recipient().equals(Scene.CHILD_PROTECTION)) {
            assertEquals(
                    decide(input).permitted().keySet(),
                    decide(with(input, barred)).permitted().keySet());
        }
    }

    /** The second policy differs from the first in what it masks, and in nothing that it releases. */
    @Property(tries = 1000)
    void masksTakeAwayAndAddNothing(@ForAll("situations") Situation situation) {
        DecisionInput input = situation.input();
        Purpose purpose = input.request().purpose().orElseThrow();
        AgencyKind kind = input.request().recipient().kind();

        Decision first = Decisions.decide(
                PolicyDocument.tajikistan(1).policy(),
                input.history(),
                input.agreements(),
                input.request(),
                input.decidedAt());
        Decision second = decide(input);

        assertEquals(first.withheld(), second.withheld());
        assertEquals(first.permitted().keySet(), second.permitted().keySet());
        first.permitted().values().forEach(permit -> assertEquals(Set.of(), permit.masks()));
        Set<Mask> masks = EnumSet.noneOf(Mask.class);
        second.permitted().forEach((category, permit) -> {
            permit.masks().forEach(mask -> assertEquals(category, mask.category()));
            masks.addAll(permit.masks());
        });
        Set<Mask> expected = EnumSet.copyOf(Scene.POLICY.policy().masks().keySet());
        expected.removeIf(mask -> !second.permitted().containsKey(mask.category())
                || !Scene.POLICY.policy().masks(purpose, kind).contains(mask));
        assertEquals(expected, masks);
    }

    @Property
    void theSituationsReachBothAnswers(@ForAll Random random) {
        List<Boolean> released = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            released.add(!decide(new Situation(random.nextLong()).input()).permitsNothing());
        }

        assertTrue(released.contains(true) && released.contains(false));
    }
}
