package org.paivand.outofband;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.paper.FormNumber;
import org.paivand.problem.ProblemException;

/**
 * What a worker writes down of something that was told outside: codes, and who it was among agencies alone.
 *
 * @param toldBy an agency of the registry; it needn't be the worker's
 * @param form the paper that it was typed in from
 */
public record Telling(
        OutOfBandChannel channel,
        Instant toldAt,
        AgencyId toldBy,
        Optional<AgencyId> recipient,
        Optional<Outsider> outsider,
        Purpose purpose,
        Set<Category> categories,
        Optional<UUID> consentId,
        Optional<NoConsentReason> noConsent,
        Optional<UUID> corrects,
        Optional<FormNumber> form) {
    /** @throws ProblemException {@code contradiction} unless there is one recipient, and a consent or a reason why not */
    public Telling {
        categories = Set.copyOf(categories);
        if (recipient.isPresent() == outsider.isPresent() || recipient.equals(Optional.of(toldBy))) {
            throw ProblemException.invalid("/recipient", "contradiction");
        }
        if (consentId.isPresent() == noConsent.isPresent()) {
            throw ProblemException.invalid("/consentId", "contradiction");
        }
    }
}
