package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Set;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;

/**
 * What two countries or agencies agreed may pass between them (a corridor policy).
 *
 * @param validUntil exclusive
 * @param onwardAllowed whether a recipient under it may pass anything on at all
 * @param retentionDays the longest a recipient under it may keep what it got
 * @param lawReference where the text can be found, at most 200 characters
 */
public record Agreement(
        String id,
        int version,
        Parties parties,
        Set<Purpose> purposes,
        Set<Category> categories,
        Instant validFrom,
        Instant validUntil,
        boolean onwardAllowed,
        int retentionDays,
        String lawReference) {
    public Agreement {
        Canonical.code(id, "agreement id");
        purposes = Canonical.enums(Purpose.class, purposes);
        categories = Canonical.enums(Category.class, categories);
        require(version >= 1, "agreement version starts at 1");
        require(!purposes.isEmpty() && !categories.isEmpty(), "an agreement names purposes and categories");
        require(validFrom.isBefore(validUntil), "an agreement begins before it ends");
        require(retentionDays >= 1, "an agreement's retention is at least a day");
        require(!lawReference.isBlank() && lawReference.length() <= 200, "a law reference has 1 to 200 characters");
    }

    public boolean between(Party discloser, Party recipient) {
        return parties.between(discloser, recipient);
    }
}
