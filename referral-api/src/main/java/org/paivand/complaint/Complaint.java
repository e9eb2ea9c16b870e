package org.paivand.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.disclosure.event.ComplaintTopic;

/**
 * What a person complained of, in codes.
 *
 * @param answer absent while it is open
 */
public record Complaint(UUID id, CaseId caseId, Wanted of, Via via, Instant filedAt, Optional<Answer> answer) {
    /**
     * What it is about.
     *
     * @param disclosure the event in which the agency received something, if it is about that
     */
    public record Wanted(AgencyId about, ComplaintTopic topic, Optional<UUID> disclosure) {}

    /** What was found. */
    public record Answer(ComplaintOutcome outcome, AgencyId by, Instant at) {}

    /** How it came. */
    public enum Via implements Coded {
        PERSON("person"),
        WORKER("worker");

        private final String code;

        Via(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Via of(String code) {
            return Coded.of(Via.class, code);
        }
    }

    /** Whole days from filing to the answer, or until now. */
    public long days(Instant now) {
        return Duration.between(filedAt, answer.map(Answer::at).orElse(now)).toDays();
    }
}
