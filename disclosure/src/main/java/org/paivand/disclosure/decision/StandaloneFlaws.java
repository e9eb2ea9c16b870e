package org.paivand.disclosure.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.policy.Duty;

/** Why a basis of step 3 does not hold; empty if it does. */
final class StandaloneFlaws implements StandaloneBasis.Cases<Optional<ReasonCode>> {
    private final Inquiry inquiry;

    StandaloneFlaws(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    Optional<ReasonCode> of(StandaloneBasis basis) {
        if (inquiry.toConsulate() && !inquiry.policy().rules(basis.type()).consulates()) {
            return Optional.of(ReasonCode.CONSULATE_NEEDS_GRANT);
        }
        return basis.fold(this);
    }

    @Override
    public Optional<ReasonCode> breakGlass(StandaloneBasis.BreakGlass basis) {
        var limits = inquiry.policy().breakGlass();
        Instant latest = Moments.plus(basis.openedAt(), Duration.ofMinutes(limits.maximumMinutes()));
        boolean alone = basis.secondPerson()
                .map(second -> second.equals(basis.officer()))
                .orElse(true);
        if (!limits.purposes().contains(inquiry.purpose())) {
            return Optional.of(ReasonCode.BREAK_GLASS_PURPOSE);
        }
        if (basis.notAfter().isAfter(latest)) {
            return Optional.of(ReasonCode.BREAK_GLASS_TOO_LONG);
        }
        if (!inForce(basis.openedAt(), basis.notAfter())) {
            return Optional.of(ReasonCode.BREAK_GLASS_OVER);
        }
        return when(basis.reviewOpen() && alone, ReasonCode.BREAK_GLASS_NEEDS_SECOND_PERSON);
    }

    @Override
    public Optional<ReasonCode> bestInterests(StandaloneBasis.BestInterests basis) {
        if (!isOurChildProtection(basis.decidedBy())) {
            return Optional.of(ReasonCode.BEST_INTERESTS_NOT_CHILD_PROTECTION);
        }
        if (!inquiry.aboutChild()) {
            return Optional.of(ReasonCode.BEST_INTERESTS_NOT_A_CHILD);
        }
        return when(!inForce(basis.decidedAt(), basis.notAfter()), ReasonCode.BEST_INTERESTS_OVER);
    }

    @Override
    public Optional<ReasonCode> duty(StandaloneBasis.StatutoryDuty basis) {
        Optional<Duty> duty = inquiry.policy().duty(basis.duty());
        if (duty.isEmpty()) {
            return Optional.of(ReasonCode.DUTY_UNKNOWN);
        }
        if (inquiry.request().crossesBorder()) {
            return Optional.of(ReasonCode.DUTY_ABROAD);
        }
        if (duty.get().to() != inquiry.recipient().kind()) {
            return Optional.of(ReasonCode.DUTY_OTHER_RECIPIENT);
        }
        return when(!inForce(basis.triggeredAt(), basis.notAfter()), ReasonCode.DUTY_OVER);
    }

    @Override
    public Optional<ReasonCode> courtOrder(StandaloneBasis.CourtOrder basis) {
        if (!basis.court().equals(inquiry.request().discloser().jurisdiction())) {
            return Optional.of(ReasonCode.COURT_ORDER_FOREIGN);
        }
        if (!basis.recordedBy().equals(inquiry.request().discloser().agency())
                || basis.recordedBy().equals(inquiry.recipient().agency())) {
            return Optional.of(ReasonCode.COURT_ORDER_NOT_RECORDED_BY_HOLDER);
        }
        if (basis.firstPerson().equals(basis.secondPerson())) {
            return Optional.of(ReasonCode.COURT_ORDER_NEEDS_TWO_PEOPLE);
        }
        if (!basis.personTold()) {
            return Optional.of(ReasonCode.COURT_ORDER_PERSON_NOT_TOLD);
        }
        return when(!inForce(basis.orderedAt(), basis.notAfter()), ReasonCode.COURT_ORDER_OVER);
    }

    @Override
    public Optional<ReasonCode> childProtectionRequest(StandaloneBasis.ChildProtectionRequest basis) {
        if (!isOurChildProtection(basis.requestedBy())) {
            return Optional.of(ReasonCode.CHILD_REQUEST_NOT_CHILD_PROTECTION);
        }
        if (!inquiry.aboutChild()) {
            return Optional.of(ReasonCode.CHILD_REQUEST_NOT_A_CHILD);
        }
        return when(!inForce(basis.requestedAt(), basis.notAfter()), ReasonCode.CHILD_REQUEST_OVER);
    }

    private boolean isOurChildProtection(Party party) {
        return party.kind() == AgencyKind.CHILD_PROTECTION
                && party.jurisdiction().equals(inquiry.request().discloser().jurisdiction());
    }

    private boolean inForce(Instant from, Instant until) {
        return Moments.within(from, inquiry.now(), until);
    }

    private static Optional<ReasonCode> when(boolean flawed, ReasonCode reason) {
        return flawed ? Optional.of(reason) : Optional.empty();
    }
}
