package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ListingTest {
    @ParameterizedTest
    @EnumSource
    void offersTheStatesThatASideIsShownAndNoOther(Party party) {
        Set<String> shown =
                Workflow.states().map(state -> state.shownTo(party)).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(shown, new TreeSet<>(Listing.states(party, ListOrder.OFFERED_AT)));
        assertEquals(shown, new TreeSet<>(Listing.states(party, ListOrder.UPDATED_AT)));
    }

    @ParameterizedTest
    @EnumSource
    void findsAReferralByTheStateThatItsSideIsShownAndByNoOther(Party party) {
        Workflow.states()
                .forEach(referral -> Listing.states(party, ListOrder.OFFERED_AT).forEach(asked -> {
                    boolean found = of(party, ListOrder.OFFERED_AT, asked).kept().stream()
                            .filter(kept -> !isOver(kept, referral))
                            .anyMatch(kept -> kept.state().equals(written(referral)));

                    assertEquals(asked.equals(referral.shownTo(party)), found, asked + " " + referral.state());
                }));
    }

    @Test
    void tellsNoSenderByAFilterHowFarItIs() {
        for (String secret : List.of("in-progress", "on-hold", "completed", "failed", "service-ended-by-person")) {
            assertFalse(Listing.states(Party.SENDER, ListOrder.OFFERED_AT).contains(secret));
            assertThrows(IllegalArgumentException.class, () -> of(Party.SENDER, ListOrder.OFFERED_AT, secret), secret);
        }
    }

    @Test
    void ordersByTheTimeToAnswerOnlyWhatWaitsForAnAnswer() {
        for (ListOrder order : List.of(ListOrder.RESPOND_BY, ListOrder.URGENCY)) {
            assertEquals(Listing.WAITING, Listing.states(Party.PROVIDER, order));
            assertEquals(
                    List.of("offered", "clarifying"),
                    of(Party.PROVIDER, order).kept().stream()
                            .map(Listing.Kept::state)
                            .toList());
            assertThrows(IllegalArgumentException.class, () -> of(Party.PROVIDER, order, "accepted"));
            assertThrows(IllegalArgumentException.class, () -> of(Party.PROVIDER, order, "expired"));
        }
    }

    @Test
    void findsChangesOnlyInTheirOrder() {
        for (ListOrder order : List.of(ListOrder.OFFERED_AT, ListOrder.RESPOND_BY, ListOrder.URGENCY)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Listing(Party.PROVIDER, Set.of(), Set.of(), Optional.of(Instant.EPOCH), order));
        }
    }

    private static Listing of(Party party, ListOrder order, String... states) {
        return new Listing(party, Set.of(states), Set.of(), Optional.empty(), order);
    }

    private static boolean isOver(Listing.Kept kept, Referral referral) {
        return kept.due() != Listing.Due.WHENEVER
                && (kept.due() == Listing.Due.PASSED) != (referral instanceof Referral.Expired);
    }

    private static String written(Referral referral) {
        return referral instanceof Referral.Expired ? "offered" : referral.state();
    }
}
