package org.paivand.casefile.section;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;

/**
 * Where proceedings stand and what the person needs a representative for.
 */
public record Legal(
        Optional<CriminalCaseNumber> criminalCaseNumber,
        Proceedings proceedings,
        Set<RepresentationNeed> representationNeeds)
        implements Section, Releasable {

    public Legal {
        representationNeeds = Checks.items("representationNeeds", representationNeeds, 0, 8);
    }

    @Override
    public Category category() {
        return Category.LEGAL;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
