package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import org.paivand.disclosure.ConflictFinding;

/** Child protection found whether a guardian's interests conflict with the child's. */
public record GuardianFound(EventHead head, ConflictFinding finding) implements DisclosureEvent {
    public GuardianFound {
        require(head.caseAlias().isPresent(), "a finding concerns a case");
    }

    @Override
    public EventType type() {
        return EventType.GUARDIAN_FINDING;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.guardian(this);
    }
}
