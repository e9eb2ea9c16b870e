package org.paivand.holding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;

/**
 * One category of a case in another agency's hands, by one disclosure. Says nothing of what is in it.
 *
 * @param disclosure the event of the log by which it went there
 * @param source the agency on whose behalf it was disclosed
 * @param reference the referral through which it went, as the holder knows it
 * @param grant on which it rested; none where it rested on something other than consent
 * @param onward whether the holder might pass it on
 * @param retainUntil exclusive; by then it must be erased
 */
public record Holding(
        UUID disclosure,
        Category category,
        CaseId caseId,
        AgencyId holder,
        AgencyId source,
        Action action,
        UUID reference,
        Purpose purpose,
        Optional<UUID> grant,
        boolean onward,
        Instant at,
        Instant retainUntil) {}
