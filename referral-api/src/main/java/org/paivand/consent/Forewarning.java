package org.paivand.consent;

import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.ReasonCode;

/** A permit, or a part of it, by which this recipient would get nothing as things stand, and why. */
public record Forewarning(UUID grantId, AgencyId recipient, ReasonCode reason, Set<Category> categories) {
    public Forewarning {
        categories = Set.copyOf(categories);
    }
}
