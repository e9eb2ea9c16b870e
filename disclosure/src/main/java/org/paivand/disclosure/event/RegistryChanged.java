package org.paivand.disclosure.event;

import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Sha256;

/**
 * The registry changed.
 *
 * @param subject its code, such as an agency or agreement id
 */
public record RegistryChanged(EventHead head, RegistryChange change, String subject, Sha256 documentSha256)
        implements DisclosureEvent {
    public RegistryChanged {
        Canonical.code(subject, "registry subject");
    }

    @Override
    public EventType type() {
        return EventType.REGISTRY_CHANGE;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.registry(this);
    }
}
