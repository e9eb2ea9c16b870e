package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.UUID;

/**
 * Another agency reviewed a break-glass disclosure.
 *
 * @param disclosure the event that was reviewed
 */
public record Reviewed(EventHead head, UUID disclosure, ReviewFinding finding) implements DisclosureEvent {
    public Reviewed {
        require(head.caseAlias().isPresent(), "a review concerns a case");
    }

    @Override
    public EventType type() {
        return EventType.REVIEW;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.review(this);
    }
}
