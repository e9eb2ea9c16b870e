package org.paivand.handover;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.Coded;

/**
 * A hand-over in one of its states.
 *
 * @param decidedAt when it was accepted, declined or cancelled; an expired one was left alone
 */
public record HandOver(Proposal proposal, State state, Optional<Instant> decidedAt) {
    /** Only a proposal that nobody answered can still be answered. */
    public enum State implements Coded {
        PROPOSED("proposed"),
        ACCEPTED("accepted"),
        DECLINED("declined"),
        CANCELLED("cancelled"),
        /** Nobody answered in time. Derived from the clock, never stored. */
        EXPIRED("expired");

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
    }

    public HandOver {
        if (decidedAt.isPresent() == (state == State.PROPOSED || state == State.EXPIRED)) {
            throw new IllegalArgumentException("a hand-over is decided once");
        }
    }

    static HandOver proposed(Proposal proposal) {
        return new HandOver(proposal, State.PROPOSED, Optional.empty());
    }

    HandOver decided(State how, Instant at) {
        return new HandOver(proposal, how, Optional.of(at));
    }

    public boolean isOpen() {
        return state == State.PROPOSED;
    }
}
