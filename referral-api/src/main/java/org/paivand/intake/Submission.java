package org.paivand.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.section.Urgency;
import org.paivand.contact.ContactBy;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;

/**
 * Something that was sent to an agency, without what it says.
 *
 * @param due by when it is to be read, and once it was read, to be settled
 * @param eraseAt after which nothing of it is left
 * @param receipt of a writer who isn't the person, by which the agency finds it when they call
 */
public record Submission(
        UUID id,
        AgencyId agency,
        ContactBy by,
        Urgency urgency,
        State state,
        Instant receivedAt,
        Instant due,
        Instant eraseAt,
        Optional<String> receipt) {

    /** How far it has come. */
    public enum State implements Coded {
        WAITING("waiting"),
        READ("read"),
        DISCARDED("discarded"),
        /** Nothing of what it said is kept. */
        CASE_OPENED("case-opened"),
        /** Nothing of what it said is kept. */
        TAKEN_BACK("taken-back");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static State of(String code) {
            return Coded.of(State.class, code);
        }

        /** Whether somebody still has to do something. */
        public boolean open() {
            return this == WAITING || this == READ;
        }

        /** Whether what it said is still there. */
        public boolean kept() {
            return open() || this == DISCARDED;
        }
    }

    Submission read(Instant settleBy) {
        return state == State.WAITING ? to(State.READ, settleBy, eraseAt) : this;
    }

    Submission discarded(Instant erase) {
        return to(State.DISCARDED, due, erase.isBefore(eraseAt) ? erase : eraseAt);
    }

    Submission settled(State state) {
        return to(state, due, eraseAt);
    }

    private Submission to(State next, Instant nextDue, Instant erase) {
        return new Submission(id, agency, by, urgency, next, receivedAt, nextDue, erase, receipt);
    }
}
