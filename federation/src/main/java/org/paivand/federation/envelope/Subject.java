package org.paivand.federation.envelope;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.federation.peer.LogProof;

/**
 * What a message about a person says of itself in the clear: who to whom, under which conditions, and that it was logged.
 *
 * @param categories that it carries; none in an answer
 * @param log the sender's entry
 */
public record Subject(
        AgencyId from,
        AgencyId to,
        Handling handling,
        Optional<ConsentReference> consent,
        Set<Category> categories,
        LogProof log) {
    public Subject {
        categories = Canonical.enums(Category.class, categories);
    }
}
