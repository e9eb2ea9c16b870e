package org.paivand.casefile.section;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;

/**
 * What endangers the person, and what was agreed about it.
 *
 * @param threats at most 20
 */
public record Safety(List<Threat> threats, Known traffickerKnowsLocation, Optional<SafetyPlan> safetyPlan)
        implements Section, Releasable {

    public Safety {
        threats = Checks.items("threats", threats, 0, 20);
    }

    @Override
    public Category category() {
        return Category.SAFETY;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
