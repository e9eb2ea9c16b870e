package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;

/**
 * What two countries or agencies agreed may pass between them (a corridor policy).
 *
 * @param categories the most that may pass for any of the purposes
 * @param validUntil exclusive
 * @param onwardAllowed whether a recipient under it may pass anything on at all
 * @param retentionDays the longest a recipient under it may keep what it got
 * @param lawReference where the text can be found, at most 200 characters
 * @param terms what narrows it further, or explains it
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
        String lawReference,
        AgreementTerms terms) {
    public Agreement {
        Canonical.code(id, "agreement id");
        purposes = Canonical.enums(Purpose.class, purposes);
        categories = Canonical.enums(Category.class, categories);
        require(version >= 1, "agreement version starts at 1");
        require(!purposes.isEmpty() && !categories.isEmpty(), "an agreement names purposes and categories");
        require(validFrom.isBefore(validUntil), "an agreement begins before it ends");
        require(retentionDays >= 1, "an agreement's retention is at least a day");
        require(!lawReference.isBlank() && lawReference.length() <= 200, "a law reference has 1 to 200 characters");
        terms.requireWithin(parties, purposes, categories);
    }

    /** An agreement that no further term narrows. */
    public Agreement(
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
        this(
                id,
                version,
                parties,
                purposes,
                categories,
                validFrom,
                validUntil,
                onwardAllowed,
                retentionDays,
                lawReference,
                AgreementTerms.NONE);
    }

    public boolean between(Party discloser, Party recipient) {
        return parties.between(discloser, recipient);
    }

    public boolean inForce(Instant now) {
        return Moments.within(validFrom, now, validUntil);
    }

    /** What may pass for a purpose: nothing for one that isn't named. */
    public Set<Category> ceiling(Purpose purpose) {
        if (!purposes.contains(purpose)) {
            return Set.of();
        }
        return terms.ceilings().getOrDefault(purpose, categories);
    }

    /** Whether an agency of that kind may receive anything under it. */
    public boolean reaches(AgencyKind recipient) {
        return terms.recipientKinds().map(kinds -> kinds.contains(recipient)).orElse(true);
    }

    public AgreementReference reference() {
        return new AgreementReference(id, version);
    }
}
