package org.paivand.holding.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the contract says of retention and of what is overdue. */
public final class RetentionWire {
    private RetentionWire() {}

    /** The contract's Retention. */
    public record RetentionView(
            UUID disclosure,
            UUID reference,
            List<String> categories,
            Instant receivedAt,
            Instant retainUntil,
            String state) {}

    /** The contract's RetentionPage. */
    public record RetentionPage(List<RetentionView> items, Optional<String> next) {}

    /** The contract's HoldingErased. */
    public record ErasedView(UUID disclosure, Instant erasedAt) {}

    /** The contract's CaseDue. */
    public record CaseDueView(UUID caseId, Instant lastChange, Instant since) {}

    /** The contract's CaseDuePage. */
    public record CaseDuePage(List<CaseDueView> items, Optional<String> next) {}

    /** The contract's Overdue. */
    public record OverdueView(String kind, UUID subject, String agency, Instant due, long daysOverdue) {}

    /** The contract's OverduePage. */
    public record OverduePage(List<OverdueView> items, Optional<String> next) {}
}
