package org.paivand.release;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.registry.service.ServiceType;

/**
 * What somebody asks a case for, as the referral they ask through knows it.
 *
 * @param reference the referral
 * @param accepted whether the recipient's acceptance stands now
 * @param ended whether the referral is over, so that nothing goes through it any more
 * @param requested what the referral itself adds to the service request
 */
public record Ask(
        UUID reference,
        AgencyId recipient,
        Purpose purpose,
        Occasion occasion,
        boolean accepted,
        boolean ended,
        Optional<NamedWorker> worker,
        Set<Category> categories,
        Requested requested) {
    /** What one recipient is asked for, and no other learns. */
    public record Requested(Set<ServiceType> services, Urgency urgency) {
        public Requested {
            services = Set.copyOf(services);
        }
    }

    private static final Requested NOTHING_REQUESTED = new Requested(Set.of(), Urgency.NORMAL);

    public Ask {
        categories = Set.copyOf(categories);
    }

    /** What a recipient would ask for; decided as if it had accepted, so neither referral nor worker is known. */
    static Ask foreseen(AgencyId recipient, Purpose purpose, Set<Category> categories) {
        return new Ask(
                UUID.randomUUID(),
                recipient,
                purpose,
                Occasion.PULL,
                true,
                false,
                Optional.empty(),
                categories,
                NOTHING_REQUESTED);
    }
}
