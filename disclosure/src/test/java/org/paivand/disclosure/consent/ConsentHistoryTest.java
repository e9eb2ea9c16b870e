package org.paivand.disclosure.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.disclosure.decision.Scene.CASE;
import static org.paivand.disclosure.decision.Scene.END;
import static org.paivand.disclosure.decision.Scene.GIVEN;
import static org.paivand.disclosure.decision.Scene.NGO;
import static org.paivand.disclosure.decision.Scene.NOW;
import static org.paivand.disclosure.decision.Scene.SHELTER;
import static org.paivand.disclosure.decision.Scene.id;
import static org.paivand.disclosure.decision.Scene.permit;
import static org.paivand.disclosure.decision.Scene.refusal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Scene;

final class ConsentHistoryTest {
    private static final Grant PERMIT = permit("permit", SHELTER, Purpose.ASSISTANCE);
    private static final Grant REFUSAL = refusal("refusal", NGO, Purpose.ASSISTANCE);
    private static final ConsentRecord CONSENT = new Scene().consent("one", List.of(PERMIT, REFUSAL));
    private static final ConsentHistory GIVEN_ONCE =
            ConsentHistory.empty(CASE).append(new ConsentEvent.Given(GIVEN, CONSENT));

    private static GrantStatus status(ConsentHistory history, Grant grant, Instant at) {
        return history.stateAt(at).grants().stream()
                .filter(standing -> standing.grant().equals(grant))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void aGrantLivesFromItsBeginningToJustBeforeItsEnd() {
        assertEquals(GrantStatus.LIVE, status(GIVEN_ONCE, PERMIT, GIVEN));
        assertEquals(GrantStatus.LIVE, status(GIVEN_ONCE, PERMIT, END.minusNanos(1)));
        assertEquals(GrantStatus.EXPIRED, status(GIVEN_ONCE, PERMIT, END));
    }

    @Test
    void aRefusalOutlivesItsEnd() {
        assertEquals(GrantStatus.LIVE, status(GIVEN_ONCE, REFUSAL, END.plusSeconds(1)));
    }

    @Test
    void beforeItWasGivenThereIsNothing() {
        assertTrue(GIVEN_ONCE.stateAt(GIVEN.minusNanos(1)).grants().isEmpty());
    }

    @Test
    void withdrawingAllEndsPermitsAndKeepsRefusals() {
        ConsentHistory history = GIVEN_ONCE.append(new ConsentEvent.Withdrawn(NOW, CONSENT.id(), Optional.empty()));

        assertEquals(GrantStatus.LIVE, status(history, PERMIT, NOW.minusNanos(1)));
        assertEquals(GrantStatus.WITHDRAWN, status(history, PERMIT, NOW));
        assertEquals(GrantStatus.LIVE, status(history, REFUSAL, NOW));
        assertEquals(List.of(), history.stateAt(NOW).livePermits());
        assertEquals(1, history.stateAt(NOW).liveRefusals().size());
    }

    @Test
    void aRefusalEndsOnlyWhenItIsNamed() {
        ConsentHistory history =
                GIVEN_ONCE.append(new ConsentEvent.Withdrawn(NOW, CONSENT.id(), Optional.of(Set.of(REFUSAL.id()))));

        assertEquals(GrantStatus.WITHDRAWN, status(history, REFUSAL, NOW));
        assertEquals(GrantStatus.LIVE, status(history, PERMIT, NOW));
    }

    private static ConsentHistory restored(ConsentHistory history, Grant... grants) {
        Set<UUID> ids = Arrays.stream(grants).map(Grant::id).collect(Collectors.toSet());
        return history.append(new ConsentEvent.Restored(NOW.plusSeconds(2), CONSENT.id(), ids));
    }

    private static ConsentHistory withdrawn(ConsentHistory history) {
        return history.append(new ConsentEvent.Withdrawn(NOW, CONSENT.id(), Optional.empty()));
    }

    @Test
    void aRestoredGrantStandsAgainFromThatInstantOn() {
        ConsentHistory history = restored(withdrawn(GIVEN_ONCE), PERMIT);

        assertEquals(GrantStatus.WITHDRAWN, status(history, PERMIT, NOW.plusSeconds(1)));
        assertEquals(GrantStatus.LIVE, status(history, PERMIT, NOW.plusSeconds(2)));
        assertEquals(GrantStatus.EXPIRED, status(history, PERMIT, END));
    }

    @Test
    void restoringRevivesNothingThatEndedInAnotherWay() {
        ConsentEvent disputed = new ConsentEvent.Disputed(NOW, CONSENT.id());
        ConsentEvent invalidated = new ConsentEvent.Invalidated(NOW, CONSENT.id());
        ConsentEvent superseded = new ConsentEvent.Superseded(NOW, CONSENT.id(), id("two"));
        Instant after = NOW.plusSeconds(3);

        assertEquals(
                GrantStatus.DISPUTED, status(restored(withdrawn(GIVEN_ONCE).append(disputed), PERMIT), PERMIT, after));
        assertEquals(
                GrantStatus.INVALIDATED,
                status(restored(withdrawn(GIVEN_ONCE).append(invalidated), PERMIT), PERMIT, after));
        assertEquals(
                GrantStatus.SUPERSEDED,
                status(restored(withdrawn(GIVEN_ONCE).append(superseded), PERMIT), PERMIT, after));
        assertEquals(
                GrantStatus.INVALIDATED,
                status(restored(withdrawn(GIVEN_ONCE.append(invalidated)), PERMIT), PERMIT, after));
    }

    @Test
    void restoringOneGrantLeavesTheOthersWithdrawn() {
        ConsentHistory history = GIVEN_ONCE.append(
                new ConsentEvent.Withdrawn(NOW, CONSENT.id(), Optional.of(Set.of(PERMIT.id(), REFUSAL.id()))));

        assertEquals(GrantStatus.WITHDRAWN, status(restored(history, REFUSAL), PERMIT, NOW.plusSeconds(3)));
        assertEquals(GrantStatus.LIVE, status(restored(history, REFUSAL), REFUSAL, NOW.plusSeconds(3)));
    }

    @Test
    void aRestorationNamesGrants() {
        assertThrows(IllegalArgumentException.class, () -> new ConsentEvent.Restored(NOW, CONSENT.id(), Set.of()));
    }

    @Test
    void aConfirmationChangesNothing() {
        ConsentEvent confirmed = new ConsentEvent.Confirmed(NOW, CONSENT.id(), SHELTER.agency());

        assertEquals(GrantStatus.WITHDRAWN, status(withdrawn(GIVEN_ONCE).append(confirmed), PERMIT, NOW));
        assertEquals(GIVEN_ONCE.stateAt(NOW), GIVEN_ONCE.append(confirmed).stateAt(NOW));
    }

    @Test
    void invalidatingOrSupersedingKeepsRefusalsToo() {
        for (ConsentEvent event : List.of(
                new ConsentEvent.Invalidated(NOW, CONSENT.id()), new ConsentEvent.Disputed(NOW, CONSENT.id()))) {
            assertEquals(GrantStatus.LIVE, status(GIVEN_ONCE.append(event), REFUSAL, NOW));
        }
    }

    @Test
    void theFirstEndOfAConsentIsTheOneThatIsTold() {
        ConsentHistory history = GIVEN_ONCE
                .append(new ConsentEvent.Invalidated(GIVEN, CONSENT.id()))
                .append(new ConsentEvent.Withdrawn(NOW, CONSENT.id(), Optional.empty()));

        assertEquals(GrantStatus.INVALIDATED, status(history, PERMIT, NOW));
    }

    @Test
    void refusesAHistoryThatRunsBackwards() {
        ConsentEvent earlier = new ConsentEvent.Disputed(GIVEN.minusNanos(1), CONSENT.id());

        assertThrows(IllegalArgumentException.class, () -> GIVEN_ONCE.append(earlier));
    }

    @Test
    void refusesConsentsOfAnotherCaseOrGivenTwice() {
        ConsentHistory other = ConsentHistory.empty(UUID.randomUUID());
        ConsentEvent given = new ConsentEvent.Given(GIVEN, CONSENT);

        assertThrows(IllegalArgumentException.class, () -> other.append(given));
        assertThrows(IllegalArgumentException.class, () -> GIVEN_ONCE.append(given));
    }

    @Test
    void refusesEventsOfConsentsAndGrantsNeverGiven() {
        Optional<Set<UUID>> stranger = Optional.of(Set.of(id("stranger")));

        assertThrows(
                IllegalArgumentException.class,
                () -> GIVEN_ONCE.append(new ConsentEvent.Invalidated(NOW, id("stranger"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> GIVEN_ONCE.append(new ConsentEvent.Withdrawn(NOW, CONSENT.id(), stranger)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConsentEvent.Withdrawn(NOW, CONSENT.id(), Optional.of(Set.of())));
        assertThrows(
                IllegalArgumentException.class, () -> new ConsentEvent.Superseded(NOW, CONSENT.id(), CONSENT.id()));
    }

    @Test
    void refusesAGrantWithoutCategoriesActionsOrTime() {
        Recipient to = new Recipient.ExactAgency(SHELTER.agency());
        Set<Category> contact = Set.of(Category.CONTACT);
        Set<Action> share = Set.of(Action.SHARE);

        assertThrows(IllegalArgumentException.class, () -> grant(Set.of(), share, to, END));
        assertThrows(IllegalArgumentException.class, () -> grant(contact, Set.of(), to, END));
        assertThrows(IllegalArgumentException.class, () -> grant(contact, share, to, GIVEN));
    }

    @Test
    void onlyThePersonAndOnlyInARefusalCanBeSafetyCritical() {
        Recipient to = new Recipient.ExactAgency(SHELTER.agency());
        Grant bar = Scene.grant("bar", Effect.REFUSE, to, Purpose.RETURN, true);

        assertThrows(IllegalArgumentException.class, () -> Scene.grant("g", Effect.PERMIT, to, Purpose.RETURN, true));
        assertThrows(
                IllegalArgumentException.class, () -> new Scene().guardian().consent("one", List.of(bar)));
    }

    private static Grant grant(Set<Category> categories, Set<Action> actions, Recipient to, Instant end) {
        return new Grant(id("g"), Effect.PERMIT, Purpose.ASSISTANCE, categories, to, actions, GIVEN, end, false);
    }

    @Test
    void aNarrowedConsentIsAsOldAsTheFirstVersionOfIt() {
        ConsentRecord narrower = CONSENT.narrowed("u-18", List.of(less(PERMIT, Set.of(Category.CONTACT), END)));
        ConsentHistory history = GIVEN_ONCE.append(new ConsentEvent.Given(NOW, narrower));

        assertEquals(
                Set.of(GIVEN),
                history.stateAt(NOW).grants().stream()
                        .map(StandingGrant::givenAt)
                        .collect(Collectors.toSet()));
        assertEquals(GrantStatus.SUPERSEDED, status(history, PERMIT, NOW));
        assertEquals(GrantStatus.LIVE, status(history, PERMIT, NOW.minusNanos(1)));
        assertEquals(GrantStatus.LIVE, status(history, REFUSAL, NOW));
    }

    @Test
    void narrowingAddsNothing() {
        Grant longer = less(PERMIT, PERMIT.categories(), END.plusNanos(1));
        Grant elsewhere = permit("elsewhere", NGO, Purpose.ASSISTANCE);
        Grant otherwise = permit("otherwise", SHELTER, Purpose.SHELTER_PLACEMENT);
        Grant few = less(PERMIT, Set.of(Category.CONTACT), END);

        for (Grant wider : List.of(longer, elsewhere, otherwise, REFUSAL)) {
            assertThrows(IllegalArgumentException.class, () -> CONSENT.narrowed("u-18", List.of(wider)));
        }
        assertThrows(IllegalArgumentException.class, () -> CONSENT.narrowed("u-18", List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> CONSENT.narrowed("u-18", List.of(few)).narrowed("u-18", List.of(PERMIT)));
    }

    @Test
    void aNameIsNotWithinItsKindNorTheOtherWayRound() {
        Recipient name = new Recipient.ExactAgency(SHELTER.agency());
        Recipient kind = new Recipient.KindWithin(
                SHELTER.kind(), SHELTER.jurisdiction(), Set.of(SHELTER.agency(), NGO.agency()));
        Recipient fewer = new Recipient.KindWithin(SHELTER.kind(), SHELTER.jurisdiction(), Set.of(SHELTER.agency()));
        Recipient otherKind = new Recipient.KindWithin(NGO.kind(), SHELTER.jurisdiction(), Set.of(SHELTER.agency()));

        assertTrue(name.isWithin(name));
        assertTrue(fewer.isWithin(kind));
        for (List<Recipient> pair :
                List.of(List.of(name, kind), List.of(kind, name), List.of(kind, fewer), List.of(otherKind, kind))) {
            assertEquals(false, pair.get(0).isWithin(pair.get(1)));
        }
    }

    @Test
    void restingOnOneConsentLeavesOutWhatOthersPermitAndNoRefusal() {
        ConsentRecord other = new Scene().consent("other", List.of(permit("further", SHELTER, Purpose.ASSISTANCE)));
        ConsentState state = GIVEN_ONCE
                .append(new ConsentEvent.Given(NOW, other))
                .stateAt(NOW)
                .restingOn(other.id());

        assertEquals(
                List.of(id("further"), REFUSAL.id()),
                state.grants().stream().map(standing -> standing.grant().id()).toList());
    }

    private static Grant less(Grant grant, Set<Category> categories, Instant end) {
        return new Grant(
                id("less"),
                grant.effect(),
                grant.purpose(),
                categories,
                grant.recipient(),
                grant.actions(),
                grant.notBefore(),
                end,
                grant.safetyCritical());
    }
}
