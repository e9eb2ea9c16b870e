package org.paivand.referral.jpa;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Times;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.FailCode;
import org.paivand.referral.HoldReason;
import org.paivand.referral.Outcome;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Mark;
import org.paivand.referral.Referrals.Stored;
import org.paivand.referral.Request;
import org.paivand.referral.Step;
import org.paivand.referral.Together;
import org.paivand.referral.Topic;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;

/** A row becomes a state and a state becomes a row here. */
final class ReferralRows {
    private ReferralRows() {}

    static Stored stored(ReferralRow row, Instant now) {
        return new Stored(
                referral(row, now),
                new Mark(row.version, Times.instant(row.updatedAt)),
                new Mark(row.shownVersion, Times.instant(row.shownAt)));
    }

    private static Referral referral(ReferralRow row, Instant now) {
        Request request = request(row);
        return switch (row.state) {
            case "offered", "clarifying" ->
                now.isBefore(request.respondBy()) ? waiting(row, request) : new Referral.Expired(request);
            case "accepted" -> new Referral.Accepted(request);
            case "in-progress" -> new Referral.InProgress(request, one(Step.class, row.progress));
            case "on-hold" ->
                new Referral.OnHold(request, one(Step.class, row.progress), one(HoldReason.class, row.code));
            case "cancel-requested" -> new Referral.CancelRequested(request);
            case "completed" ->
                new Referral.Completed(request, one(Outcome.class, row.code), list(row.delivered, ServiceType::of));
            case "failed" -> new Referral.Failed(request, one(FailCode.class, row.code));
            case "declined" ->
                new Referral.Declined(request, one(DeclineCode.class, row.code), list(row.suggested, ServiceId::new));
            case "cancelled" -> new Referral.Cancelled(request);
            case "service-ended-by-person" -> new Referral.EndedByPerson(request);
            case "entered-in-error" -> new Referral.EnteredInError(request);
            default -> throw new IllegalStateException("a referral in an unknown state");
        };
    }

    private static Referral.Waiting waiting(ReferralRow row, Request request) {
        return row.topics == null
                ? new Referral.Offered(request)
                : new Referral.Clarifying(request, Set.copyOf(list(row.topics, code -> Coded.of(Topic.class, code))));
    }

    static ReferralRow row(Referral offered) {
        Request request = offered.request();
        ReferralRow row = new ReferralRow();
        row.id = request.id().toString();
        row.caseId = request.caseId().toString();
        row.caseReference = request.caseReference().toString();
        row.fromAgency = request.from().value();
        row.toAgency = request.to().value();
        row.throughAgency = request.through().map(AgencyId::value).orElse(null);
        row.purpose = request.purpose().code();
        row.urgency = request.urgency().code();
        row.follows = request.follows().map(ReferralId::toString).orElse(null);
        row.onwardFrom = request.onwardFrom().map(ReferralId::toString).orElse(null);
        row.groupOffer =
                request.together().map(together -> together.offer().toString()).orElse(null);
        row.groupConstraint =
                request.together().map(together -> together.constraint().code()).orElse(null);
        row.services = codes(request.services().stream().map(ServiceType::code));
        row.offeredAt = Times.column(request.offeredAt());
        row.respondBy = Times.column(request.respondBy());
        state(row, offered, request.offeredAt());
        shown(row, request.offeredAt());
        return row;
    }

    /** Writes the state, which is all that changes after the offer. */
    static void state(ReferralRow row, Referral referral, Instant now) {
        row.state = referral.state();
        row.updatedAt = Times.column(now);
        row.version++;
        row.progress = referral instanceof Referral.InProgress progress
                ? progress.step().code()
                : referral instanceof Referral.OnHold held ? held.step().code() : null;
        row.code = code(referral).map(Coded::code).orElse(null);
        row.topics = referral instanceof Referral.Clarifying asked
                ? codes(asked.topics().stream().sorted().map(Topic::code))
                : null;
        row.delivered = referral instanceof Referral.Completed completed
                ? codes(completed.delivered().stream().map(ServiceType::code))
                : null;
        row.suggested = referral instanceof Referral.Declined declined
                ? codes(declined.suggested().stream().map(ServiceId::value))
                : null;
    }

    private static Optional<Coded> code(Referral referral) {
        if (referral instanceof Referral.OnHold held) {
            return Optional.of(held.reason());
        }
        if (referral instanceof Referral.Completed completed) {
            return Optional.of(completed.outcome());
        }
        if (referral instanceof Referral.Failed failed) {
            return Optional.of(failed.code());
        }
        return referral instanceof Referral.Declined declined ? Optional.of(declined.code()) : Optional.empty();
    }

    /** The sender is told of this change. */
    static void shown(ReferralRow row, Instant now) {
        row.shownAt = Times.column(now);
        row.shownVersion++;
    }

    private static Request request(ReferralRow row) {
        return new Request(
                new ReferralId(UUID.fromString(row.id)),
                new CaseId(UUID.fromString(row.caseId)),
                UUID.fromString(row.caseReference),
                new AgencyId(row.fromAgency),
                new AgencyId(row.toAgency),
                Purpose.of(row.purpose),
                Coded.of(Urgency.class, row.urgency),
                list(row.services, ServiceType::of),
                Times.instant(row.offeredAt),
                Times.instant(row.respondBy),
                id(row.follows),
                id(row.onwardFrom),
                Optional.ofNullable(row.groupOffer)
                        .map(UUID::fromString)
                        .map(offer -> new Together(offer, one(GroupConstraint.class, row.groupConstraint))),
                Optional.ofNullable(row.throughAgency).map(AgencyId::new));
    }

    private static Optional<ReferralId> id(@Nullable String column) {
        return Optional.ofNullable(column).map(UUID::fromString).map(ReferralId::new);
    }

    static String codes(Stream<String> codes) {
        return codes.collect(Collectors.joining(" "));
    }

    static <T> List<T> list(@Nullable String codes, Function<String, T> of) {
        return codes == null || codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(" ", -1)).map(of).toList();
    }

    private static <E extends Enum<E> & Coded> E one(Class<E> list, @Nullable String code) {
        return Optional.ofNullable(code)
                .map(present -> Coded.of(list, present))
                .orElseThrow(() -> new IllegalStateException("a referral's row lacks what its state needs"));
    }
}
