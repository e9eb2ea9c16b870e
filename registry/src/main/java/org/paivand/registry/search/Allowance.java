package org.paivand.registry.search;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.policy.Agreement;

/**
 * What may go to an agency for a purpose, before anybody consents: the most that consent could allow.
 *
 * @param categories in their fixed order; empty if nothing may
 * @param agreement the one that binds both, if there is one
 * @param refused why not even a service request may go
 */
public record Allowance(Set<Category> categories, Optional<Agreement> agreement, Optional<MatchReason> refused) {

    public boolean allowed() {
        return refused.isEmpty();
    }
}
