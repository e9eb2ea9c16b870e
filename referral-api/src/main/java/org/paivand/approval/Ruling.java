package org.paivand.approval;

import java.util.function.Function;

/** What comes of a verdict. */
public sealed interface Ruling {
    <T> T fold(Function<Approval.Decided, T> made, Function<Refusal, T> refused);

    /** Why a verdict doesn't count. */
    enum Refusal {
        OWN_CHANGE,
        DECIDED_BEFORE
    }

    /** The verdict counts. */
    record Made(Approval.Decided approval) implements Ruling {
        @Override
        public <T> T fold(Function<Approval.Decided, T> made, Function<Refusal, T> refused) {
            return made.apply(approval);
        }
    }

    /** The verdict changes nothing. */
    record Refused(Refusal refusal) implements Ruling {
        @Override
        public <T> T fold(Function<Approval.Decided, T> made, Function<Refusal, T> refused) {
            return refused.apply(refusal);
        }
    }
}
