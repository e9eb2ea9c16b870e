package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;

/**
 * What a consent's form lets it carry.
 *
 * @param oralPhoneCategories all that consent by telephone can cover
 * @param guardedPurposes need a person who is free, alone and able: never in custody, overheard or in doubt
 * @param guardedKinds recipients guarded the same way, whatever the purpose
 * @param namedOnlyKinds recipients that a grant by kind never covers: they must be named
 * @param witnessedRecorders kinds that record consent to a guarded purpose only before a non-state witness
 * @param nonStateKinds who counts as such a witness
 */
public record ConsentRules(
        int oralPhoneHours,
        Set<Category> oralPhoneCategories,
        Set<Purpose> guardedPurposes,
        Set<AgencyKind> guardedKinds,
        Set<AgencyKind> namedOnlyKinds,
        Set<AgencyKind> witnessedRecorders,
        Set<AgencyKind> nonStateKinds) {
    public ConsentRules {
        oralPhoneCategories = Canonical.enums(Category.class, oralPhoneCategories);
        guardedPurposes = Canonical.enums(Purpose.class, guardedPurposes);
        guardedKinds = Canonical.enums(AgencyKind.class, guardedKinds);
        namedOnlyKinds = Canonical.enums(AgencyKind.class, namedOnlyKinds);
        witnessedRecorders = Canonical.enums(AgencyKind.class, witnessedRecorders);
        nonStateKinds = Canonical.enums(AgencyKind.class, nonStateKinds);
        require(oralPhoneHours >= 1, "consent by telephone lasts at least an hour");
    }
}
