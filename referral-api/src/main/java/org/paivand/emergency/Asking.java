package org.paivand.emergency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseId;

/**
 * An officer asks for the glass to be broken.
 *
 * @param id the emergency's, if there will be one
 * @param reference the case's id, for its controller; for an agency to which the case was referred, its own reference
 */
record Asking(UUID id, Caller caller, UUID reference, Emergency.Wanted wanted, Words words) {
    Emergency of(CaseId caseId, Instant now) {
        return new Emergency(
                id,
                caseId,
                caller.agency(),
                caller.user(),
                wanted,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
