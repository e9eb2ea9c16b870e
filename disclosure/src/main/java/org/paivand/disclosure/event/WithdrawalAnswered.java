package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Optional;
import java.util.UUID;

/**
 * A holder said what it did with what it had received.
 *
 * @param notice the event that asked: a notice, or the disclosure whose retention ends
 */
public record WithdrawalAnswered(EventHead head, UUID notice, Counterpart by, HolderAnswer answer)
        implements DisclosureEvent {
    public WithdrawalAnswered {
        require(head.caseAlias().isPresent(), "an answer concerns a case");
        require(
                answer.fold(erased -> true, retained -> head.occurredAt().isBefore(retained.until())),
                "what is kept is kept for a time");
    }

    @Override
    public EventType type() {
        return EventType.WITHDRAWAL_ANSWER;
    }

    @Override
    public Optional<Counterpart> recipient() {
        return Optional.of(by);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.withdrawalAnswer(this);
    }
}
