package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Canonical;

/**
 * A holder was asked to stop using what it received, since the consent for it ended.
 *
 * @param consentId the consent that ended in whole or in part
 * @param disclosures the events by which the holder received it
 * @param answerBy exclusive; silence after it is overdue
 */
public record WithdrawalNoticed(EventHead head, Counterpart to, UUID consentId, Set<UUID> disclosures, Instant answerBy)
        implements DisclosureEvent {
    public WithdrawalNoticed {
        disclosures = Canonical.sorted(disclosures);
        require(head.caseAlias().isPresent(), "a notice concerns a case");
        require(!disclosures.isEmpty(), "a notice names what was disclosed");
        require(head.occurredAt().isBefore(answerBy), "an answer is due after it is asked for");
    }

    @Override
    public EventType type() {
        return EventType.WITHDRAWAL_NOTICE;
    }

    @Override
    public Optional<Counterpart> recipient() {
        return Optional.of(to);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.withdrawalNotice(this);
    }
}
