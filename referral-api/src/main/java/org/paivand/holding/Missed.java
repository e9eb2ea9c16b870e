package org.paivand.holding;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;

/**
 * A deadline that an agency let pass; names no case.
 *
 * @param subject the notice that wasn't answered, the disclosure whose data should have been erased, the referral that
 *     nobody answered in time, or the submission that nobody read or settled in time
 */
public record Missed(Kind kind, UUID subject, AgencyId agency, Instant due) {
    /** Which deadline. */
    public enum Kind implements Coded {
        STOP_USE("stop-use"),
        RETENTION("retention"),
        ANSWER("answer"),
        SUBMISSION("submission");

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
    }

    public long days(Instant now) {
        return Duration.between(due, now).toDays();
    }
}
