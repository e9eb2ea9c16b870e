package org.paivand.person;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.GrantStatus;

/**
 * One thing that was agreed to or refused.
 *
 * @param recipients by name; of a kind, those that were listed
 * @param oneWorker whether only one worker of the recipient is barred, and the recipient is not
 * @param categories empty for one who is barred from everything
 * @param until empty for what lasts until it is taken back
 * @param undoable whether a code withdrew it, and can take that back
 */
public record Agreed(
        UUID consentId,
        UUID grantId,
        boolean refusal,
        Set<AgencyId> recipients,
        boolean oneWorker,
        Purpose purpose,
        Set<Category> categories,
        Optional<Instant> until,
        GrantStatus status,
        boolean undoable) {

    /** Whether there is something to take back. */
    public boolean withdrawable() {
        return !refusal
                && (status == GrantStatus.LIVE || status == GrantStatus.NOT_YET || status == GrantStatus.DISPUTED);
    }
}
