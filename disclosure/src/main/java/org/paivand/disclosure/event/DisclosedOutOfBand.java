package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Decision;

/**
 * Somebody told something by voice, messenger, mail or paper, and it was recorded afterwards. Nobody decided it beforehand. The head has
 * when it was recorded, and the agency that told it.
 *
 * @param recordedBy the agency whose account recorded it
 * @param toldAt whole milliseconds, not after it was recorded
 * @param recipient in the registry; otherwise there is an outsider
 * @param consentId the consent that was thought to cover it; otherwise there is a reason
 * @param corrects the record in whose place this one comes
 * @param hindsight absent where nothing could be decided: about an outsider, or without all of the case's consents
 */
public record DisclosedOutOfBand(
        EventHead head,
        AgencyId recordedBy,
        OutOfBandChannel channel,
        Instant toldAt,
        Optional<Counterpart> recipient,
        Optional<Outsider> outsider,
        Purpose forPurpose,
        Set<Category> told,
        Optional<UUID> consentId,
        Optional<NoConsentReason> noConsent,
        Optional<UUID> corrects,
        Optional<Hindsight> hindsight)
        implements DisclosureEvent {
    public DisclosedOutOfBand {
        told = Canonical.enums(Category.class, told);
        require(head.caseAlias().isPresent(), "what was told concerns a case");
        require(!told.isEmpty(), "something was told");
        require(toldAt.equals(toldAt.truncatedTo(ChronoUnit.MILLIS)), "toldAt is in whole milliseconds");
        require(!toldAt.isAfter(head.occurredAt()), "what is recorded has happened");
        require(recipient.isPresent() != outsider.isPresent(), "there is one recipient");
        require(consentId.isPresent() != noConsent.isPresent(), "there is a consent, or a reason why not");
        require(hindsight.isEmpty() || recipient.isPresent(), "nothing is decided about an outsider");
        require(hindsight.isEmpty() || judged(hindsight.get()).equals(told), "what was told is judged");
    }

    private static Set<Category> judged(Hindsight hindsight) {
        Set<Category> judged = new HashSet<>(hindsight.permitted().keySet());
        judged.addAll(hindsight.withheld().keySet());
        return judged;
    }

    /** Whether all of it would have been permitted. */
    public boolean founded() {
        return hindsight.filter(seen -> seen.withheld().isEmpty()).isPresent();
    }

    @Override
    public Optional<DecisionReference> decided() {
        return hindsight.map(Hindsight::decision);
    }

    @Override
    public boolean tells(Decision decision) {
        return hindsight.filter(seen -> seen.tells(decision)).isPresent();
    }

    @Override
    public EventType type() {
        return EventType.OUT_OF_BAND;
    }

    @Override
    public Optional<Purpose> purpose() {
        return Optional.of(forPurpose);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.outOfBand(this);
    }
}
