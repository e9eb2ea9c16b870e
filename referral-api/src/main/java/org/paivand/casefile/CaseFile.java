package org.paivand.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.GuardianFinding;

/**
 * A case without what it holds: nobody's name, only who opened and controls it and which sections exist.
 *
 * @param sealedAlias the case's name in the log, sealed with the case's key, so that erasing the key cuts the link
 * @param version counts every change of the case or its sections, from 1
 */
public record CaseFile(
        CaseId id,
        AgencyId controller,
        AgencyId openedBy,
        Instant openedAt,
        Sealed sealedAlias,
        Optional<GuardianFinding> guardianFinding,
        List<SectionHeader> sections,
        int version) {
    public CaseFile {
        sections = List.copyOf(sections);
    }

    public Optional<SectionHeader> section(Category category) {
        return sections.stream().filter(header -> header.category() == category).findFirst();
    }

    /**
     * What is known of a section without opening it.
     *
     * @param version from 1; each rewrite counts one up and is sealed anew
     */
    public record SectionHeader(Category category, AgencyId contributedBy, int version, Instant updatedAt) {}
}
