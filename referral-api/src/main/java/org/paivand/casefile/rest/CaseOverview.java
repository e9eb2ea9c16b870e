package org.paivand.casefile.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.paivand.casefile.CaseFile;

/** The contract's CaseOverview: which sections exist, and never what they say. */
public record CaseOverview(
        UUID caseId,
        String controller,
        String openedBy,
        Instant openedAt,
        int version,
        List<SectionOverview> sections) {

    /** The contract's SectionOverview. */
    public record SectionOverview(String category, String contributedBy, int version, Instant updatedAt) {}

    static CaseOverview of(CaseFile file) {
        return new CaseOverview(
                file.id().value(),
                file.controller().value(),
                file.openedBy().value(),
                file.openedAt(),
                file.version(),
                file.sections().stream()
                        .map(header -> new SectionOverview(
                                header.category().code(),
                                header.contributedBy().value(),
                                header.version(),
                                header.updatedAt()))
                        .toList());
    }
}
