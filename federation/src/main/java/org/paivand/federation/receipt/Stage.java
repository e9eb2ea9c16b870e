package org.paivand.federation.receipt;

import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.Canonical;
import org.paivand.federation.Refusal;
import org.paivand.federation.peer.LogProof;

/** How far a message has come, with what shows it. */
public sealed interface Stage {
    /** The name on the wire. */
    String code();

    /**
     * In the recipient's database and log, with its effect.
     *
     * @param leaf of the recipient's entry; that it stands in the log is shown later
     */
    record Delivered(Hash leaf) implements Stage {
        static final String CODE = "delivered";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Shown to stand in the recipient's log. */
    record Logged(LogProof proof) implements Stage {
        static final String CODE = "logged";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * Somebody of the agency it was for has it.
     *
     * @param leaf of the entry that says so
     */
    record Retrieved(Hash leaf) implements Stage {
        static final String CODE = "retrieved";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It has no effect, for good. */
    record Rejected(Refusal reason) implements Stage {
        static final String CODE = "rejected";

        public Rejected {
            Canonical.require(!reason.retryable(), "what may be accepted later isn't rejected");
        }

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Said by the sender itself, when the time was over without an answer. */
    record NonDelivery() implements Stage {
        static final String CODE = "non-delivery";

        @Override
        public String code() {
            return CODE;
        }
    }
}
