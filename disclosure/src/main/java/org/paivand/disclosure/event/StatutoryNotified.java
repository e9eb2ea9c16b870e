package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Canonical;

/**
 * An agency told another, by law, that there is a case, in codes and without the case: so none is named, and neither is what was
 * told, which with few cases would say whose it is.
 *
 * @param trigger code of what made the duty begin
 */
public record StatutoryNotified(EventHead head, Counterpart to, UUID notification, String trigger)
        implements DisclosureEvent {
    public StatutoryNotified {
        require(head.caseAlias().isEmpty(), "a statutory notification names no case");
        Canonical.code(trigger, "trigger");
    }

    @Override
    public EventType type() {
        return EventType.STATUTORY_NOTIFICATION;
    }

    @Override
    public Optional<Counterpart> recipient() {
        return Optional.of(to);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.statutoryNotification(this);
    }
}
