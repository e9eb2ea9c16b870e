package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Sha256;

/**
 * The holder of a case recorded a court's order; releases may rest on it under the event's id.
 *
 * @param of the agency that the order lets receive
 * @param authoriser pseudonym of the second person who checked it
 * @param notAfter exclusive
 */
public record CourtOrderRecorded(
        EventHead head,
        AgencyId of,
        Set<Category> categories,
        Sha256 documentSha256,
        String authoriser,
        Instant notAfter)
        implements DisclosureEvent {
    public CourtOrderRecorded {
        categories = Canonical.enums(Category.class, categories);
        Canonical.pseudonym(authoriser, "authoriser");
        require(head.caseAlias().isPresent(), "a court order concerns a case");
        require(!categories.isEmpty(), "a court order names categories");
        require(head.occurredAt().isBefore(notAfter), "a court order ends after it is recorded");
    }

    @Override
    public EventType type() {
        return EventType.COURT_ORDER;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.courtOrder(this);
    }
}
