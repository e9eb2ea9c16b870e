package org.paivand.referral.jpa;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Times;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Outcome;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Request;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;

/** A row becomes a state and a state becomes a row here. */
final class ReferralRows {
    private ReferralRows() {}

    static Referral referral(ReferralRow row, Instant now) {
        Request request = request(row);
        return switch (row.state) {
            case "offered" ->
                now.isBefore(request.respondBy()) ? new Referral.Offered(request) : new Referral.Expired(request);
            case "accepted" -> new Referral.Accepted(request);
            case "in-progress" -> new Referral.InProgress(request, Step.of(present(row.progress)));
            case "completed" ->
                new Referral.Completed(request, Outcome.of(present(row.code)), services(present(row.delivered)));
            case "declined" -> new Referral.Declined(request, DeclineCode.of(present(row.code)));
            case "cancelled" -> new Referral.Cancelled(request);
            default -> throw new IllegalStateException("a referral in an unknown state");
        };
    }

    static ReferralRow row(Referral offered) {
        Request request = offered.request();
        ReferralRow row = new ReferralRow();
        row.id = request.id().toString();
        row.caseId = request.caseId().toString();
        row.caseReference = request.caseReference().toString();
        row.fromAgency = request.from().value();
        row.toAgency = request.to().value();
        row.purpose = request.purpose().code();
        row.urgency = request.urgency().code();
        row.services = codes(request.services());
        row.offeredAt = Times.column(request.offeredAt());
        row.respondBy = Times.column(request.respondBy());
        state(row, offered, request.offeredAt());
        return row;
    }

    /** Writes the state, which is all that changes after the offer. */
    static void state(ReferralRow row, Referral referral, Instant now) {
        row.state = referral.state();
        row.updatedAt = Times.column(now);
        row.version++;
        if (referral instanceof Referral.InProgress inProgress) {
            row.progress = inProgress.step().code();
        } else if (referral instanceof Referral.Declined declined) {
            row.code = declined.code().code();
        } else if (referral instanceof Referral.Completed completed) {
            row.code = completed.outcome().code();
            row.delivered = codes(completed.delivered());
        }
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
                services(row.services),
                Times.instant(row.offeredAt),
                Times.instant(row.respondBy));
    }

    private static String codes(List<ServiceType> services) {
        return services.stream().map(ServiceType::code).collect(Collectors.joining(" "));
    }

    private static List<ServiceType> services(String codes) {
        return codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(" ", -1)).map(ServiceType::of).toList();
    }

    private static String present(@Nullable String column) {
        return Optional.ofNullable(column)
                .orElseThrow(() -> new IllegalStateException("a referral's row lacks what its state needs"));
    }
}
