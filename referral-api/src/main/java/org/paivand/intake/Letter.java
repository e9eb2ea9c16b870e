package org.paivand.intake;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Urgency;
import org.paivand.contact.ContactBy;
import org.paivand.registry.service.ServiceType;

/**
 * What somebody wrote: codes, and a way to reach somebody. It has no place for a name, a document or a story.
 *
 * @param by the person, family or a third party
 * @param request as a case would have it
 * @param reach empty if nobody may try to reach anybody
 */
public record Letter(
        ContactBy by,
        Urgency urgency,
        Set<ServiceType> services,
        ServiceRequest request,
        Optional<Reach> reach,
        Optional<Area> area,
        Permission permission) {
    private static final Set<ContactBy> WRITERS = EnumSet.of(ContactBy.PERSON, ContactBy.FAMILY, ContactBy.THIRD_PARTY);

    /** @throws IllegalArgumentException for a writer who is none of the three, or a person who names somebody else's address */
    public Letter {
        services = Set.copyOf(services);
        if (!WRITERS.contains(by)) {
            throw new IllegalArgumentException("no writer of a letter");
        }
        if (by == ContactBy.PERSON
                && reach.filter(way -> way.whose() == Reach.Whose.WRITER).isPresent()) {
            throw new IllegalArgumentException("the person is the writer");
        }
    }

    /** Whether the same was written, whenever it was. */
    boolean says(Letter other) {
        return by == other.by
                && urgency == other.urgency
                && services.equals(other.services)
                && request.equals(other.request)
                && reach.equals(other.reach)
                && area.equals(other.area)
                && permission.tells(other.permission);
    }

    @Override
    public String toString() {
        return "a letter";
    }
}
