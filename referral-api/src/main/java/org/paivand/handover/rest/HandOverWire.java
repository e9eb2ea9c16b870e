package org.paivand.handover.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contract's bodies about hand-overs. */
public final class HandOverWire {
    private HandOverWire() {}

    /** The contract's NewHandOver. */
    public record NewHandOver(String to, String purpose, UUID consentId) {}

    /** The contract's HandOver; the case is named to its controller, and to the next one once it is that. */
    public record HandOverView(
            UUID handOverId,
            String state,
            String from,
            String to,
            String purpose,
            Instant proposedAt,
            Instant answerBy,
            Optional<Instant> decidedAt,
            Optional<UUID> caseId) {}

    /** The contract's HandOverPage. */
    public record HandOverPage(List<HandOverView> items, Optional<String> next) {}
}
