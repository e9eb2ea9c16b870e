package org.paivand.casefile.section;

import java.util.List;
import java.util.Set;
import org.paivand.disclosure.Category;

/**
 * What a shelter or clinic must know at once. No diagnosis, no history, no notes.
 *
 * @param medication at most 20
 * @param allergy at most 20
 */
public record Health(List<HealthTerm> medication, List<HealthTerm> allergy, Set<ImmediateNeed> immediateNeed)
        implements Section, Releasable {

    public Health {
        medication = Checks.items("medication", medication, 0, 20);
        allergy = Checks.items("allergy", allergy, 0, 20);
        immediateNeed = Checks.items("immediateNeed", immediateNeed, 0, 8);
        Checks.notEmpty(!medication.isEmpty() || !allergy.isEmpty() || !immediateNeed.isEmpty());
    }

    @Override
    public Category category() {
        return Category.HEALTH;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
