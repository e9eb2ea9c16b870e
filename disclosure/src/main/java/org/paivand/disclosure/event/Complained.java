package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;

/**
 * A person complained, by number or through a worker. Who answers doesn't learn of which case.
 *
 * @param complaint by which the answer is found
 * @param about the agency complained of
 * @param disclosure the event complained of, if it is one
 */
public record Complained(
        EventHead head, UUID complaint, AgencyId about, ComplaintTopic topic, Optional<UUID> disclosure)
        implements DisclosureEvent {
    public Complained {
        require(head.caseAlias().isPresent(), "a complaint concerns a case");
    }

    @Override
    public EventType type() {
        return EventType.COMPLAINT;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.complaint(this);
    }
}
