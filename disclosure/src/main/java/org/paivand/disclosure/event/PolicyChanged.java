package org.paivand.disclosure.event;

import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Sha256;

/** Another policy, or another version, is in force. */
public record PolicyChanged(EventHead head, String policyVersion, Sha256 policySha256) implements DisclosureEvent {
    public PolicyChanged {
        Canonical.code(policyVersion, "policy version");
    }

    @Override
    public EventType type() {
        return EventType.POLICY_CHANGE;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.policy(this);
    }
}
