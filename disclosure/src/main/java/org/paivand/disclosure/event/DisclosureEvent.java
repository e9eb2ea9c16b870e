package org.paivand.disclosure.event;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;

/** What one entry of the disclosure log commits to: who, to whom, why, on what basis; never a value, never a salt. */
public sealed interface DisclosureEvent
        permits AuditorAccess,
                BestInterestsDecided,
                Complained,
                ComplaintAnswered,
                ConsentChanged,
                CourtOrderRecorded,
                Denial,
                DisclosedOutOfBand,
                Disclosure,
                ErasureCertified,
                Export,
                GuardianFound,
                HandedOver,
                LogChanged,
                PeerMessageReceived,
                PersonAccess,
                PolicyChanged,
                Receipt,
                RegistryChanged,
                Reviewed,
                StatusDecided,
                StatutoryNotified,
                SubmissionHandled,
                WithdrawalAnswered,
                WithdrawalNoticed {
    EventHead head();

    EventType type();

    <T> T fold(Cases<T> cases);

    default Optional<Counterpart> recipient() {
        return Optional.empty();
    }

    /** The decision that it tells of, so that whoever holds the input can make it again. */
    default Optional<DecisionReference> decided() {
        return Optional.empty();
    }

    default Optional<Purpose> purpose() {
        return Optional.empty();
    }

    default List<Released> released() {
        return List.of();
    }

    default List<Withheld> withheld() {
        return List.of();
    }

    /**
     * Whether this event tells exactly what was decided: each category once, on the decided basis or for the decided
     * reason, and without what its masks hide; an agreement that it names is the one that bound. A permitted category may be withheld as {@link ReasonCode#NOT_HELD}; a withheld
     * one is never released.
     */
    default boolean tells(Decision decision) {
        Map<Category, CategoryDecision.Permit> permitted = decision.permitted();
        Set<Category> named = EnumSet.noneOf(Category.class);
        for (Released part : released()) {
            CategoryDecision.Permit permit = permitted.get(part.category());
            if (permit == null || !part.tells(permit)) {
                return false;
            }
            named.add(part.category());
        }
        for (Withheld part : withheld()) {
            boolean empty = part.reason() == ReasonCode.NOT_HELD && permitted.containsKey(part.category());
            if (!empty && !part.tells(decision)) {
                return false;
            }
            named.add(part.category());
        }
        return named.equals(decision.categories().keySet());
    }

    /** One answer for each kind of event. */
    interface Cases<T> {
        T disclosure(Disclosure event);

        T denial(Denial event);

        T consent(ConsentChanged event);

        T auditorAccess(AuditorAccess event);

        T export(Export event);

        T registry(RegistryChanged event);

        T policy(PolicyChanged event);

        T receipt(Receipt event);

        T guardian(GuardianFound event);

        T bestInterests(BestInterestsDecided event);

        T review(Reviewed event);

        T erasure(ErasureCertified event);

        T log(LogChanged event);

        T withdrawalNotice(WithdrawalNoticed event);

        T withdrawalAnswer(WithdrawalAnswered event);

        T handOver(HandedOver event);

        T courtOrder(CourtOrderRecorded event);

        T personAccess(PersonAccess event);

        T complaint(Complained event);

        T complaintAnswer(ComplaintAnswered event);

        T statusDecision(StatusDecided event);

        T submission(SubmissionHandled event);

        T statutoryNotification(StatutoryNotified event);

        T outOfBand(DisclosedOutOfBand event);

        T peerMessage(PeerMessageReceived event);
    }
}
