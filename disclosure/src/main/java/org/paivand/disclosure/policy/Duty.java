package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;

/**
 * A duty to report that law lays down: a fixed kind of recipient and a fixed minimum set.
 *
 * @param identityNamedByLaw must be true before {@code identity} can be part of the set
 */
public record Duty(
        String code,
        String law,
        AgencyKind to,
        Set<Purpose> purposes,
        Set<Category> categories,
        boolean identityNamedByLaw) {
    public Duty {
        Canonical.code(code, "duty");
        purposes = Canonical.enums(Purpose.class, purposes);
        categories = Canonical.enums(Category.class, categories);
        require(!law.isBlank() && law.length() <= 200, "a duty's law has 1 to 200 characters");
        require(identityNamedByLaw || !categories.contains(Category.IDENTITY), "identity only where law names it");
    }
}
