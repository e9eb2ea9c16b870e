package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Purpose;

/**
 * Categories went to a recipient.
 *
 * @param authoriser pseudonym of who authorised it, where that was another than the user
 */
public record Disclosure(
        EventHead head,
        Counterpart to,
        Purpose forPurpose,
        List<Released> released,
        List<Withheld> withheld,
        DecisionReference decision,
        PayloadDigest payload,
        Terms terms,
        Optional<EmergencyNote> breakGlass,
        Optional<String> authoriser)
        implements DisclosureEvent {
    public Disclosure {
        released = List.copyOf(released);
        withheld = List.copyOf(withheld);
        authoriser.ifPresent(who -> Canonical.pseudonym(who, "authoriser"));
        require(head.caseAlias().isPresent(), "a disclosure concerns a case");
        require(!released.isEmpty(), "a disclosure releases something");
        Withheld.requireEachOnce(released, withheld);
    }

    @Override
    public Optional<DecisionReference> decided() {
        return Optional.of(decision);
    }

    @Override
    public EventType type() {
        return breakGlass.isPresent() ? EventType.BREAK_GLASS : EventType.DISCLOSURE;
    }

    @Override
    public Optional<Counterpart> recipient() {
        return Optional.of(to);
    }

    @Override
    public Optional<Purpose> purpose() {
        return Optional.of(forPurpose);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.disclosure(this);
    }
}
