package org.paivand.emergency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Coded;

/**
 * Something that auditors and the controller of a case must hear of at once. Without content.
 *
 * @param emergency empty where it is about a case in itself
 * @param caseId for its controller alone
 */
public record Alert(UUID id, Kind kind, Instant at, Optional<UUID> emergency, Optional<CaseId> caseId) {

    /** What happened. */
    public enum Kind implements Coded {
        BREAK_GLASS("break-glass"),
        /** Broken again by two people, while an earlier use of the agency waited for its review. */
        BREAK_GLASS_UNREVIEWED("break-glass-unreviewed"),
        REVIEW_OVERDUE("review-overdue"),
        REVIEW_UNJUSTIFIED("review-unjustified"),
        /** A recipient heard from the person that they did not agree. */
        CONSENT_DISPUTED("consent-disputed"),
        /** The database lacks some of what was recorded of the case's consents, so it releases nothing. */
        CONSENTS_LOST("consents-lost"),
        /** Somebody may stand beside the person. */
        DURESS("duress");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Kind of(String code) {
            return Coded.of(Kind.class, code);
        }

        static Kind of(Emergency.Opened how) {
            return how.reviewOpen() ? BREAK_GLASS_UNREVIEWED : BREAK_GLASS;
        }
    }
}
