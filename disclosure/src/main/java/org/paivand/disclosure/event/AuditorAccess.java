package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import org.paivand.disclosure.Sha256;

/**
 * An auditor looked into the log.
 *
 * @param querySha256 of the question asked
 * @param entries how many were shown
 */
public record AuditorAccess(EventHead head, AuditorAction action, Sha256 querySha256, int entries)
        implements DisclosureEvent {
    public AuditorAccess {
        require(entries >= 0, "a count is not negative");
    }

    @Override
    public EventType type() {
        return EventType.AUDITOR_ACCESS;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.auditorAccess(this);
    }
}
