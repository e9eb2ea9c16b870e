package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.decision.Basis;

/**
 * A case has another controller.
 *
 * @param basis on which the person's case may pass to it
 */
public record HandedOver(EventHead head, AgencyId from, AgencyId to, Basis basis) implements DisclosureEvent {
    public HandedOver {
        require(head.caseAlias().isPresent(), "a hand-over concerns a case");
        require(!from.equals(to), "a case passes from one agency to another");
    }

    @Override
    public EventType type() {
        return EventType.HAND_OVER;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.handOver(this);
    }
}
