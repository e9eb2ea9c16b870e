package org.paivand.casefile.section;

import java.util.List;
import org.paivand.disclosure.Category;

/**
 * Who depends on the person, and who is in danger because of the case.
 *
 * @param dependants at most 20
 * @param familyAtRisk at most 20
 */
public record Family(List<Dependant> dependants, List<RelativeAtRisk> familyAtRisk) implements Section, Releasable {

    public Family {
        dependants = Checks.items("dependants", dependants, 0, 20);
        familyAtRisk = Checks.items("familyAtRisk", familyAtRisk, 0, 20);
        Checks.notEmpty(!dependants.isEmpty() || !familyAtRisk.isEmpty());
    }

    @Override
    public Category category() {
        return Category.FAMILY;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
