package org.paivand.approval;

import java.time.Instant;
import org.paivand.disclosure.Canonical;

/** A change that holds only if a second person says so. Whoever proposed it can't be that person. */
public sealed interface Approval {
    Proposal proposal();

    ApprovalState state();

    /** What comes of that user's verdict; only a pending approval takes one, and only from another than its proposer. */
    Ruling decide(Verdict verdict, String user, Instant at);

    /** Waiting for a second person. */
    record Pending(Proposal proposal) implements Approval {
        @Override
        public ApprovalState state() {
            return ApprovalState.PENDING;
        }

        @Override
        public Ruling decide(Verdict verdict, String user, Instant at) {
            if (user.equals(proposal.proposedBy())) {
                return new Ruling.Refused(Ruling.Refusal.OWN_CHANGE);
            }
            return new Ruling.Made(
                    verdict == Verdict.CONFIRM ? new Confirmed(proposal, user, at) : new Rejected(proposal, user, at));
        }
    }

    /** A state that nobody leaves. */
    sealed interface Decided extends Approval permits Confirmed, Rejected {
        /** The pseudonym of the user who decided. */
        String decidedBy();

        Instant decidedAt();

        @Override
        default Ruling decide(Verdict verdict, String user, Instant at) {
            return new Ruling.Refused(Ruling.Refusal.DECIDED_BEFORE);
        }
    }

    /** The change was made. */
    record Confirmed(Proposal proposal, String decidedBy, Instant decidedAt) implements Decided {
        public Confirmed {
            requireAnother(proposal, decidedBy);
        }

        @Override
        public ApprovalState state() {
            return ApprovalState.CONFIRMED;
        }
    }

    /** The change was not made, and won't be. */
    record Rejected(Proposal proposal, String decidedBy, Instant decidedAt) implements Decided {
        public Rejected {
            requireAnother(proposal, decidedBy);
        }

        @Override
        public ApprovalState state() {
            return ApprovalState.REJECTED;
        }
    }

    private static void requireAnother(Proposal proposal, String decidedBy) {
        Canonical.pseudonym(decidedBy, "decider");
        Canonical.require(!decidedBy.equals(proposal.proposedBy()), "nobody decides a change of their own");
    }
}
