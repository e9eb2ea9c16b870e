package org.paivand.disclosure.event;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Purpose;

/**
 * Somebody asked and nothing went out.
 *
 * @param code the code of the problem that was answered
 * @param decision absent where it was refused before there was anything to decide
 */
public record Denial(
        EventHead head,
        Optional<Counterpart> recipient,
        Optional<Purpose> purpose,
        String code,
        List<Withheld> withheld,
        Optional<DecisionReference> decision)
        implements DisclosureEvent {
    public Denial {
        withheld = List.copyOf(withheld);
        Canonical.code(code, "problem code");
        Withheld.requireEachOnce(List.of(), withheld);
    }

    @Override
    public Optional<DecisionReference> decided() {
        return decision;
    }

    @Override
    public EventType type() {
        return EventType.DENIAL;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.denial(this);
    }
}
