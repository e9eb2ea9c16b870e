package org.paivand.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.intake.Area;
import org.paivand.intake.Letter;
import org.paivand.intake.LoggedReading;
import org.paivand.intake.Permission;
import org.paivand.intake.Submission;
import org.paivand.intake.json.LetterJson;

/** The forms of submissions on the wire. */
public final class SubmissionWire {
    private SubmissionWire() {}

    /** The contract's Submission: nothing of what it says. */
    public record SubmissionView(
            UUID submissionId,
            String by,
            String urgency,
            String state,
            Instant receivedAt,
            Instant due,
            Instant erasedAfter,
            Optional<String> receipt) {
        static SubmissionView of(Submission submission) {
            return new SubmissionView(
                    submission.id(),
                    submission.by().code(),
                    submission.urgency().code(),
                    submission.state().code(),
                    submission.receivedAt(),
                    submission.due(),
                    submission.eraseAt(),
                    submission.receipt());
        }
    }

    /** The contract's SubmissionPage. */
    public record SubmissionPage(List<SubmissionView> items, Optional<String> next) {}

    /** The contract's SubmissionPermission. */
    public record PermissionView(String agency, String language, String textSha256, Instant at) {
        static PermissionView of(Permission permission) {
            return new PermissionView(
                    permission.agency().value(),
                    permission.language(),
                    permission.text().hex(),
                    permission.at());
        }
    }

    /** The contract's SubmissionContent. It can hold a person's data, and is made of a reading that is an entry by then, and of nothing else. */
    public record SubmissionContent(
            UUID submissionId,
            String by,
            String urgency,
            List<String> services,
            JsonNode serviceRequest,
            Optional<String> contactOf,
            Optional<JsonNode> contact,
            Optional<String> area,
            PermissionView permission) {
        static SubmissionContent of(LoggedReading reading) {
            Letter letter = reading.letter();
            return new SubmissionContent(
                    reading.submission().id(),
                    letter.by().code(),
                    letter.urgency().code(),
                    letter.services().stream()
                            .sorted()
                            .map(service -> service.code())
                            .toList(),
                    LetterJson.tree(letter.request()),
                    letter.reach().map(reach -> reach.whose().code()),
                    letter.reach().map(reach -> LetterJson.tree(reach.contact())),
                    letter.area().map(Area::code),
                    PermissionView.of(letter.permission()));
        }

        @Override
        public String toString() {
            return "a submission that was read";
        }
    }

    /** The contract's NewCaseOfSubmission. */
    public record NewCaseOfIt(String concern) {}

    /** The contract's CaseOfSubmission. */
    public record OpenedCase(UUID caseId) {}

    /** The contract's NewDiscard. */
    public record NewDiscard(String code) {}
}
