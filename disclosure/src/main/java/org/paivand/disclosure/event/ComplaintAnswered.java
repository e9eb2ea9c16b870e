package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.UUID;

/** A complaint was answered by somebody who may not know of which case it was, so none is named. */
public record ComplaintAnswered(EventHead head, UUID complaint, ComplaintOutcome outcome) implements DisclosureEvent {
    public ComplaintAnswered {
        require(head.caseAlias().isEmpty(), "an answer to a complaint names no case");
    }

    @Override
    public EventType type() {
        return EventType.COMPLAINT_ANSWER;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.complaintAnswer(this);
    }
}
