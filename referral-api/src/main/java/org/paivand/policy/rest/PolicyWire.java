package org.paivand.policy.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contract's bodies about policies. */
public final class PolicyWire {
    private PolicyWire() {}

    /**
     * The contract's NewPolicy.
     *
     * @param document the exact text of the file that was reviewed: its hash is what decisions name
     */
    public record NewPolicy(String validFrom, String document) {}

    /** The contract's PolicyName. */
    public record PolicyName(String version, String sha256) {}

    /** The contract's PolicyDifference. */
    public record DifferenceView(String path, Optional<String> before, Optional<String> after) {}

    /** The contract's PolicyProposal. */
    public record ProposalView(
            UUID approvalId,
            String state,
            String version,
            String sha256,
            Instant validFrom,
            PolicyName replaces,
            List<DifferenceView> differences,
            String requestedBy,
            Instant requestedAt,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt) {}

    /** The contract's PolicyProposalPage. */
    public record ProposalPage(List<ProposalView> items, Optional<String> next) {}

    /** The contract's Policy. */
    public record PolicyView(
            String version,
            String sha256,
            String state,
            Instant validFrom,
            Instant recordedAt,
            Optional<String> proposedBy,
            Optional<String> confirmedBy) {}

    /** The contract's PolicyList. */
    public record PolicyList(List<PolicyView> items) {}

    /** The contract's PolicyText. */
    public record PolicyText(String version, String sha256, String document) {}
}
