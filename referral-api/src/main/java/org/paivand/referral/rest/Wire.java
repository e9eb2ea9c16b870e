package org.paivand.referral.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contract's bodies about referrals. */
public final class Wire {
    private Wire() {}

    /** The contract's NewReferral. */
    public record NewReferral(
            UUID caseId,
            String recipient,
            String purpose,
            String urgency,
            List<String> servicesRequested,
            Optional<String> serviceId) {}

    /** The contract's Referral: each side sees what is its own. */
    public record ReferralView(
            UUID referralId,
            String state,
            String urgency,
            String from,
            String to,
            String purpose,
            Instant offeredAt,
            Instant respondBy,
            Instant updatedAt,
            int version,
            List<String> allowed,
            Optional<UUID> caseReference,
            Optional<List<String>> workers,
            Optional<String> step,
            Optional<String> declineCode,
            Optional<String> declineReason,
            Optional<String> outcomeCode,
            Optional<List<String>> servicesDelivered) {}

    /** The contract's ReferralRow: a line of an inbox says nothing about anybody. */
    public record ReferralRow(
            UUID referralId, String state, String urgency, Instant offeredAt, Instant respondBy, Instant updatedAt) {}

    /** The contract's ReferralPage. */
    public record ReferralPage(List<ReferralRow> items, Optional<String> next) {}

    /** The contract's Decline. */
    public record Decline(String code) {}

    /** The contract's Progress. */
    public record Progress(String step) {}

    /** The contract's Completion. */
    public record Completion(String outcomeCode, List<String> servicesDelivered) {}

    /** The contract's FirstContact. */
    public record FirstContact(String answer) {}

    /** The contract's Assignment. */
    public record Assignment(String worker) {}
}
