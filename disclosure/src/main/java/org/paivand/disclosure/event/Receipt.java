package org.paivand.disclosure.event;

import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Sha256;

/**
 * A recipient confirmed what it got.
 *
 * @param disclosure the event it answers
 */
public record Receipt(EventHead head, UUID disclosure, Counterpart by, Sha256 receiptSha256)
        implements DisclosureEvent {
    @Override
    public EventType type() {
        return EventType.RECEIPT;
    }

    @Override
    public Optional<Counterpart> recipient() {
        return Optional.of(by);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.receipt(this);
    }
}
