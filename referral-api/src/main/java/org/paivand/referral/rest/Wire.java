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
            Optional<String> serviceId,
            Optional<UUID> follows,
            Optional<List<String>> alternates,
            Optional<String> formNumber,
            Optional<Integer> planItem,
            Optional<UUID> linkId) {}

    /** The contract's NewOnwardReferral. */
    public record NewOnwardReferral(
            String recipient,
            String purpose,
            String urgency,
            List<String> servicesRequested,
            Optional<String> serviceId) {}

    /** The contract's NewGroupOffer. */
    public record NewGroupOffer(
            UUID groupId,
            List<UUID> cases,
            String recipient,
            String purpose,
            String urgency,
            List<String> servicesRequested,
            Optional<String> serviceId) {}

    /** The contract's GroupOffer: each side sees what is its own. */
    public record GroupOfferView(UUID groupOfferId, boolean divided, List<OfferedMember> referrals) {}

    /** The contract's OfferedMember. */
    public record OfferedMember(UUID referralId, String state, String constraint, Optional<UUID> caseId) {}

    /** The contract's OfferedWith: how many a referral was offered with, itself included. */
    public record OfferedWith(UUID groupOfferId, int size, String constraint, boolean divided) {}

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
            Optional<List<String>> suggestedServices,
            Optional<List<UUID>> onward,
            Optional<UUID> onwardFrom,
            Optional<UUID> follows,
            Optional<UUID> followedBy,
            Optional<List<String>> alternates,
            Optional<List<String>> topics,
            Optional<String> holdReason,
            Optional<String> failCode,
            Optional<String> outcomeCode,
            Optional<List<String>> servicesDelivered,
            Optional<Instant> endAskedAt,
            Optional<OfferedWith> group,
            Optional<String> through,
            Optional<String> proxyFor,
            Optional<List<String>> callBack) {}

    /** The contract's ReferralRow: a line of an inbox says nothing about anybody. */
    public record ReferralRow(
            UUID referralId,
            String state,
            String urgency,
            Instant offeredAt,
            Instant respondBy,
            Instant updatedAt,
            Optional<String> proxyFor) {}

    /** The contract's ReferralPage. */
    public record ReferralPage(List<ReferralRow> items, Optional<String> next) {}

    /** The contract's Decline. */
    public record Decline(String code, Optional<List<String>> suggestedServices, Optional<ProxyNote> proxy) {}

    /** The contract's Questions. */
    public record Questions(List<String> topics, Optional<ProxyNote> proxy) {}

    /** The contract's Answers. */
    public record Answers(List<TopicAnswer> answers) {}

    /** The contract's TopicAnswer. */
    public record TopicAnswer(String topic, String answer) {}

    /** The contract's Hold. */
    public record Hold(String reason, Optional<ProxyNote> proxy) {}

    /** The contract's Failure. */
    public record Failure(String code, Optional<ProxyNote> proxy) {}

    /** The contract's ReferralChange: what became of a referral, as one side is told. */
    public record ReferralChange(
            String state,
            String by,
            Instant at,
            Optional<List<TopicAnswer>> answers,
            Optional<List<String>> codes,
            Optional<ProxyMark> proxy) {}

    /** The contract's ByProxy. */
    public record ByProxy(Optional<ProxyNote> proxy) {}

    /** The contract's ProxyNote: how the provider said what its host records. */
    public record ProxyNote(
            String channel,
            Instant toldAt,
            String saidBy,
            Optional<Boolean> calledBackRegisteredNumber,
            Optional<String> formNumber) {}

    /** The contract's ProxyMark: who recorded a step for the provider, as one side is told. */
    public record ProxyMark(String host, String channel, Optional<Instant> toldAt, Optional<String> saidBy) {}

    /** The contract's ReferralHistory. */
    public record ReferralHistory(List<ReferralChange> items, Optional<String> next) {}

    /** The contract's Progress. */
    public record Progress(String step, Optional<ProxyNote> proxy) {}

    /** The contract's Completion. */
    public record Completion(String outcomeCode, List<String> servicesDelivered, Optional<ProxyNote> proxy) {}

    /** The contract's FeedbackNote. */
    public record FeedbackNote(int version, Instant writtenAt) {}

    /** The contract's FirstContact. */
    public record FirstContact(String answer) {}

    /** The contract's Assignment. */
    public record Assignment(String worker) {}
}
