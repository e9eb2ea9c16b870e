package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Canonical;

/**
 * A consent was given, withdrawn or otherwise changed.
 *
 * @param grantIds the grants concerned; empty means all
 */
public record ConsentChanged(EventHead head, ConsentChange change, UUID consentId, int version, Set<UUID> grantIds)
        implements DisclosureEvent {
    public ConsentChanged {
        grantIds = Canonical.sorted(grantIds);
        require(head.caseAlias().isPresent(), "a consent event concerns a case");
        require(version >= 1, "consent version starts at 1");
    }

    @Override
    public EventType type() {
        return EventType.CONSENT_EVENT;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.consent(this);
    }
}
