package org.paivand.disclosure.event;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Sha256;

/**
 * Another policy, or another version, was put in force by the actor.
 *
 * @param validFrom from when it decides; absent: from this event on
 * @param authoriser pseudonym of who proposed it; absent for the policy that a node began with
 */
public record PolicyChanged(
        EventHead head,
        String policyVersion,
        Sha256 policySha256,
        Optional<Instant> validFrom,
        Optional<String> authoriser)
        implements DisclosureEvent {
    public PolicyChanged {
        authoriser.ifPresent(who -> Canonical.pseudonym(who, "authoriser"));
        Canonical.require(
                validFrom.isPresent() == authoriser.isPresent(), "what two people change begins at a time they chose");
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
