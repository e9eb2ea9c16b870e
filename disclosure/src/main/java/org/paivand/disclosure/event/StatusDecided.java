package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Optional;
import org.paivand.disclosure.Purpose;

/**
 * A status body recorded its decision about a person, or read it again. Which status it was isn't said.
 *
 * @param version of the body's decision about this case, from 1; a later one takes the place of the one before
 */
public record StatusDecided(EventHead head, StatusAct act, int version) implements DisclosureEvent {
    public StatusDecided {
        require(head.caseAlias().isPresent(), "a status decision concerns a case");
        require(version >= 1, "versions count from 1");
    }

    @Override
    public EventType type() {
        return EventType.STATUS_DECISION;
    }

    @Override
    public Optional<Purpose> purpose() {
        return Optional.of(Purpose.STATUTORY_STATUS);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.statusDecision(this);
    }
}
