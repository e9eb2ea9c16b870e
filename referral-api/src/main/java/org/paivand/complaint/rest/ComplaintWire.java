package org.paivand.complaint.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.complaint.Complaint;

/** The forms of complaints on the wire. */
public final class ComplaintWire {
    private ComplaintWire() {}

    /** The contract's NewComplaint. */
    public record NewComplaint(String about, String topic, Optional<UUID> disclosure) {}

    /** The contract's FiledComplaint. */
    public record FiledView(UUID complaintId) {}

    /** The contract's NewComplaintAnswer. */
    public record NewAnswer(String outcome) {}

    /**
     * The contract's Complaint: nothing by which a case could be found but by auditors, who know the event.
     *
     * @param days it has been open, or was
     */
    public record ComplaintView(
            UUID complaintId,
            String about,
            String topic,
            boolean ofDisclosure,
            Optional<UUID> disclosure,
            String via,
            Instant filedAt,
            long days,
            Optional<String> outcome,
            Optional<String> answeredBy,
            Optional<Instant> answeredAt) {
        static ComplaintView of(Complaint complaint, boolean forAuditor, Instant now) {
            return new ComplaintView(
                    complaint.id(),
                    complaint.of().about().value(),
                    complaint.of().topic().code(),
                    complaint.of().disclosure().isPresent(),
                    complaint.of().disclosure().filter(event -> forAuditor),
                    complaint.via().code(),
                    complaint.filedAt(),
                    complaint.days(now),
                    complaint.answer().map(answer -> answer.outcome().code()),
                    complaint.answer().map(answer -> answer.by().value()),
                    complaint.answer().map(Complaint.Answer::at));
        }
    }

    /** The contract's ComplaintPage. */
    public record ComplaintPage(List<ComplaintView> items, Optional<String> next) {}
}
