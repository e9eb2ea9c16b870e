package org.paivand.emergency.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.paivand.emergency.Alert;
import org.paivand.emergency.Emergency;
import org.paivand.emergency.Review;
import org.paivand.emergency.ReviewDesk;
import org.paivand.emergency.Words;

/** The contract's bodies about emergencies. Words leave in one of them, for a reviewer. */
public final class EmergencyWire {
    private EmergencyWire() {}

    /** The contract's NewEmergency. */
    public record NewEmergency(
            String recipient, Optional<String> worker, String purpose, String reason, String words, int minutes) {
        @Override
        public String toString() {
            return "NewEmergency";
        }
    }

    /** The contract's Emergency. */
    public record EmergencyView(
            UUID emergencyId,
            String state,
            String agency,
            String officer,
            String recipient,
            String worker,
            String purpose,
            String reason,
            Instant askedAt,
            Optional<String> secondPerson,
            Optional<Instant> openedAt,
            Optional<Instant> notAfter,
            Optional<Instant> reviewDue,
            Optional<String> finding) {
        static EmergencyView of(Emergency emergency, Instant now) {
            Emergency.Wanted wanted = emergency.wanted();
            return new EmergencyView(
                    emergency.id(),
                    emergency.state(now).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    emergency.agency().value(),
                    emergency.officer(),
                    wanted.recipient().value(),
                    wanted.worker().value(),
                    wanted.purpose().code(),
                    wanted.reason().code(),
                    emergency.askedAt(),
                    emergency.opened().flatMap(Emergency.Opened::secondPerson),
                    emergency.opened().map(Emergency.Opened::at),
                    emergency.opened().map(Emergency.Opened::notAfter),
                    emergency.reviewDue(),
                    emergency.review().map(review -> review.finding().code()));
        }
    }

    /** The contract's Alert. */
    public record AlertView(UUID alertId, String kind, Instant at, Optional<UUID> emergencyId, Optional<UUID> caseId) {
        static AlertView of(Alert alert) {
            return new AlertView(
                    alert.id(),
                    alert.kind().code(),
                    alert.at(),
                    alert.emergency(),
                    alert.caseId().map(id -> id.value()));
        }
    }

    /** The contract's AlertPage. */
    public record AlertPage(List<AlertView> items, Optional<String> next) {}

    /** The contract's Review: an emergency from outside. */
    public record ReviewView(
            UUID emergencyId,
            String state,
            String agency,
            String recipient,
            Optional<Instant> openedAt,
            Optional<Instant> reviewDue,
            Optional<String> finding,
            Optional<String> reviewedBy,
            Optional<Instant> reviewedAt) {
        static ReviewView of(ReviewDesk.Row row) {
            Emergency emergency = row.emergency();
            Optional<Review> review = emergency.review();
            return new ReviewView(
                    emergency.id(),
                    row.state().code(),
                    emergency.agency().value(),
                    emergency.wanted().recipient().value(),
                    emergency.opened().map(Emergency.Opened::at),
                    emergency.reviewDue(),
                    review.map(made -> made.finding().code()),
                    review.map(made -> made.by().value()),
                    review.map(Review::at));
        }
    }

    /** The contract's ReviewQueue. */
    public record ReviewQueue(List<ReviewView> items, Optional<String> next) {}

    /** The contract's EmergencyReasons. */
    public record ReasonsView(
            UUID emergencyId,
            String state,
            String agency,
            String officer,
            Optional<String> secondPerson,
            String recipient,
            String purpose,
            String reason,
            Optional<String> words,
            Optional<Instant> openedAt,
            Optional<Instant> notAfter,
            Optional<Instant> reviewDue,
            List<UUID> disclosures) {
        static ReasonsView of(ReviewDesk.Reasons reasons) {
            Emergency emergency = reasons.emergency();
            return new ReasonsView(
                    emergency.id(),
                    reasons.state().code(),
                    emergency.agency().value(),
                    emergency.officer(),
                    emergency.opened().flatMap(Emergency.Opened::secondPerson),
                    emergency.wanted().recipient().value(),
                    emergency.wanted().purpose().code(),
                    emergency.wanted().reason().code(),
                    reasons.words().map(Words::text),
                    emergency.opened().map(Emergency.Opened::at),
                    emergency.opened().map(Emergency.Opened::notAfter),
                    emergency.reviewDue(),
                    reasons.disclosures());
        }

        @Override
        public String toString() {
            return "ReasonsView";
        }
    }

    /** The contract's NewReview. */
    public record NewReview(String finding) {}

    /** The contract's LateReview. */
    public record LateReview(UUID emergencyId, String agency, Instant reviewDue, long daysOverdue) {
        static LateReview of(ReviewDesk.Late late) {
            return new LateReview(late.emergency(), late.agency().value(), late.due(), late.daysOverdue());
        }
    }

    /** The contract's LateReviewPage. */
    public record LateReviewPage(List<LateReview> items, Optional<String> next) {}
}
