package org.paivand.referral;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.casefile.section.Urgency;
import org.paivand.referral.Referrals.Stored;

/**
 * Which of an agency's referrals are listed, and in which order.
 *
 * @param states as the party is shown them; empty for all
 * @param urgencies empty for all
 * @param updatedSince not changed before, as far as the party is told; only in the order of changes
 */
public record Listing(
        Party party, Set<String> states, Set<Urgency> urgencies, Optional<Instant> updatedSince, ListOrder order) {
    /** What still waits for an answer. */
    public static final List<String> WAITING = List.of("offered", "clarifying");

    private static final List<Kept> RECEIVED = List.of(
            new Kept("offered", "offered", Due.LATER),
            new Kept("clarifying", "clarifying", Due.LATER),
            new Kept("offered", "expired", Due.PASSED),
            new Kept("clarifying", "expired", Due.PASSED),
            new Kept("declined"),
            new Kept("cancelled"),
            new Kept("accepted"),
            new Kept("in-progress"),
            new Kept("on-hold"),
            new Kept("cancel-requested"),
            new Kept("completed"),
            new Kept("failed"),
            new Kept("service-ended-by-person"),
            new Kept("entered-in-error"));

    /** What a sender is told instead, where that is less. */
    private static final Map<String, String> TOLD = Map.of(
            "in-progress", "accepted",
            "on-hold", "accepted",
            "completed", "closed",
            "service-ended-by-person", "closed",
            "failed", "not-possible");

    public Listing {
        states = Set.copyOf(states);
        urgencies = Set.copyOf(urgencies);
        if (!states(party, order).containsAll(states)) {
            throw new IllegalArgumentException("a state that this side isn't shown in this order");
        }
        if (updatedSince.isPresent() && order != ListOrder.UPDATED_AT) {
            throw new IllegalArgumentException("changes are found in the order of changes alone");
        }
    }

    /** The states that may be asked for. */
    public static List<String> states(Party party, ListOrder order) {
        return order.isOfWaiting()
                ? WAITING
                : List.copyOf(new LinkedHashSet<>(
                        kept(party).stream().map(Kept::shown).toList()));
    }

    /** Whether every referral of the agency on that side is on the list, but for those that changed long ago. */
    public boolean isOfAll() {
        return states.isEmpty() && urgencies.isEmpty() && !order.isOfWaiting();
    }

    /** The states of rows that are on the list. */
    public List<Kept> kept() {
        return kept(party).stream()
                .filter(kept -> states.isEmpty()
                        ? !order.isOfWaiting() || WAITING.contains(kept.shown())
                        : states.contains(kept.shown()))
                .toList();
    }

    /** The urgencies of rows that are on the list, the most urgent first. */
    public Set<Urgency> urgent() {
        return urgencies.isEmpty() ? EnumSet.allOf(Urgency.class) : EnumSet.copyOf(urgencies);
    }

    /** Where a referral stands on the list. */
    public Place place(Stored stored) {
        Request request = stored.referral().request();
        Instant time = switch (order) {
            case OFFERED_AT -> request.offeredAt();
            case UPDATED_AT -> stored.mark(party).at();
            case RESPOND_BY, URGENCY -> request.respondBy();
        };
        return new Place(request.urgency(), time, request.id());
    }

    private static List<Kept> kept(Party party) {
        return party == Party.PROVIDER
                ? RECEIVED
                : RECEIVED.stream()
                        .map(kept -> new Kept(kept.state(), TOLD.getOrDefault(kept.shown(), kept.shown()), kept.due()))
                        .toList();
    }

    /**
     * A state of rows and what a party is shown for it.
     *
     * @param state as the row has it: that an offer has expired is nowhere written
     */
    public record Kept(String state, String shown, Due due) {
        private Kept(String state) {
            this(state, state, Due.WHENEVER);
        }
    }

    /** When an answer was or is due. */
    public enum Due {
        LATER,
        PASSED,
        WHENEVER
    }

    /** A place on a list. */
    public record Place(Urgency urgency, Instant time, ReferralId id) {}
}
