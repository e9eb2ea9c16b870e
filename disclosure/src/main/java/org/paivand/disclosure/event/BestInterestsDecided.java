package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;

/**
 * Child protection decided in the child's best interests; releases may rest on it under the event's id.
 *
 * @param notAfter exclusive
 */
public record BestInterestsDecided(
        EventHead head, AgencyId of, Purpose forPurpose, Set<Category> categories, Instant notAfter)
        implements DisclosureEvent {
    public BestInterestsDecided {
        categories = Canonical.enums(Category.class, categories);
        require(head.caseAlias().isPresent(), "a best-interests decision concerns a case");
        require(!categories.isEmpty(), "a best-interests decision names categories");
        require(head.occurredAt().isBefore(notAfter), "a best-interests decision ends after it is made");
    }

    @Override
    public EventType type() {
        return EventType.BEST_INTERESTS;
    }

    @Override
    public Optional<Purpose> purpose() {
        return Optional.of(forPurpose);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.bestInterests(this);
    }
}
