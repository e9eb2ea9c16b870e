package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Party;
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

/** What holds for every input; a failure is made again from the seed that it prints. */
final class DecisionPropertiesTest {
    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.longs().map(Situation::new);
    }

    private static Decision decide(DecisionInput input) {
        return input.replay(Scene.POLICY);
    }

    private static DecisionInput with(DecisionInput input, ConsentHistory history) {
        return new DecisionInput(input.policySha256(), history, input.agreement(), input.request(), input.decidedAt());
    }

    private static DecisionInput with(DecisionInput input, DisclosureRequest request) {
        return new DecisionInput(input.policySha256(), input.history(), input.agreement(), request, input.decidedAt());
    }

    private static boolean noMore(Decision after, Decision before) {
        return before.permitted().keySet().containsAll(after.permitted().keySet())
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

    @Property(tries = 1000)
    void whatWasWrittenIsReadAndDecidedTheSame(@ForAll("situations") Situation situation) throws Exception {
        DecisionInput input = situation.input();

        DecisionInput read = DecisionInput.parse(input.bytes());

        assertEquals(input, read);
        assertEquals(input.sha256(), read.sha256());
        assertEquals(decide(input), read.replay(Scene.POLICY));
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
