package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.UUID;
import org.paivand.disclosure.Sha256;

/**
 * What an agency did with what somebody wrote to it in the form for everybody. That it came is no event: it was nobody's
 * disclosure but the writer's own, and whoever floods the form must not fill the log.
 *
 * @param permissionSha256 of the sentences that the writer was shown before sending, in UTF-8
 */
public record SubmissionHandled(EventHead head, UUID submission, SubmissionAction action, Sha256 permissionSha256)
        implements DisclosureEvent {
    public SubmissionHandled {
        require(
                head.caseAlias().isPresent() == (action == SubmissionAction.CASE_OPENED),
                "a case is named if, and only if, one was opened");
    }

    @Override
    public EventType type() {
        return EventType.SUBMISSION;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.submission(this);
    }
}
