package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

/** A person's code was handed out, ended or used. Who used it is not known: the code is all that was shown. */
public record PersonAccess(EventHead head, PersonAction action) implements DisclosureEvent {
    public PersonAccess {
        require(head.caseAlias().isPresent(), "a person's code belongs to a case");
    }

    @Override
    public EventType type() {
        return EventType.PERSON_ACCESS;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.personAccess(this);
    }
}
