package org.paivand.referral;

import java.util.List;
import java.util.Set;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;

/**
 * A referral in one of its states. Each state is a type, and only the changes that it knows are its methods; which party may make
 * them says {@link Move}.
 */
public sealed interface Referral {
    Request request();

    /** The state's stable code. */
    String state();

    /** What that party is told of the state: the sender learns that help was accepted and that it is over, and nothing between. */
    default String shownTo(Party party) {
        return state();
    }

    /** Something can still come of it. */
    sealed interface Open extends Referral permits Waiting, Helping {
        default EndedByPerson endByPerson() {
            return new EndedByPerson(request());
        }
    }

    /** The provider hasn't answered, and knows no more than stage 1. */
    sealed interface Waiting extends Open permits Offered, Clarifying {
        default Accepted accept() {
            return new Accepted(request());
        }

        default Declined decline(DeclineCode code, List<ServiceId> suggested) {
            return new Declined(request(), code, suggested);
        }

        default Cancelled cancel() {
            return new Cancelled(request());
        }
    }

    /** The provider said yes: what a live basis releases may be pulled by the workers assigned. */
    sealed interface Helping extends Open permits Bound, CancelRequested {
        default InProgress proceed(Step step) {
            return new InProgress(request(), step);
        }
    }

    /** Nobody asked to end it. */
    sealed interface Bound extends Helping permits Accepted, InProgress, OnHold {
        @Override
        default String shownTo(Party party) {
            return party == Party.PROVIDER ? state() : "accepted";
        }

        default CancelRequested requestCancellation() {
            return new CancelRequested(request());
        }

        default Failed fail(FailCode code) {
            return new Failed(request(), code);
        }
    }

    /** Waiting for the provider's answer. */
    record Offered(Request request) implements Waiting {
        @Override
        public String state() {
            return "offered";
        }

        public Clarifying ask(Set<Topic> topics) {
            return new Clarifying(request, topics);
        }
    }

    /** The provider asked about parts of the service request; the time for its own answer goes on. */
    record Clarifying(Request request, Set<Topic> topics) implements Waiting {
        public Clarifying {
            topics = Set.copyOf(topics);
            if (topics.isEmpty()) {
                throw new IllegalArgumentException("nothing is asked");
            }
        }

        @Override
        public String state() {
            return "clarifying";
        }

        public Offered answered() {
            return new Offered(request);
        }
    }

    /** The provider helps, and nothing has begun. */
    record Accepted(Request request) implements Bound {
        @Override
        public String state() {
            return "accepted";
        }

        /** An acceptance can be taken back only while the provider knows no more than stage 1. */
        public Declined declineBeforeAnyRelease(DeclineCode code, List<ServiceId> suggested) {
            return new Declined(request, code, suggested);
        }
    }

    /** Help is under way. */
    record InProgress(Request request, Step step) implements Bound {
        @Override
        public String state() {
            return "in-progress";
        }

        public OnHold hold(HoldReason reason) {
            return new OnHold(request, step, reason);
        }

        public Completed complete(Outcome outcome, List<ServiceType> delivered) {
            return new Completed(request, outcome, delivered);
        }
    }

    /** Help rests; a step takes it up again. */
    record OnHold(Request request, Step step, HoldReason reason) implements Bound {
        @Override
        public String state() {
            return "on-hold";
        }

        public Completed complete(Outcome outcome, List<ServiceType> delivered) {
            return new Completed(request, outcome, delivered);
        }
    }

    /**
     * The sender asked to end what was accepted. It is a question: help and releases go on until the provider ends it, or goes on
     * because the person wants that.
     */
    record CancelRequested(Request request) implements Helping {
        @Override
        public String state() {
            return "cancel-requested";
        }

        public Cancelled cancel() {
            return new Cancelled(request);
        }

        public Completed complete(Outcome outcome, List<ServiceType> delivered) {
            return new Completed(request, outcome, delivered);
        }
    }

    /** Nobody leaves it, unless it should never have been. */
    sealed interface Ended extends Referral
            permits Completed, Failed, Declined, Cancelled, Expired, EndedByPerson, EnteredInError {}

    /** Ended by the provider, with what was delivered. */
    record Completed(Request request, Outcome outcome, List<ServiceType> delivered) implements Ended {
        public Completed {
            delivered = List.copyOf(delivered);
        }

        @Override
        public String state() {
            return "completed";
        }

        @Override
        public String shownTo(Party party) {
            return party == Party.PROVIDER ? state() : "closed";
        }
    }

    /** The provider could not go on with what it had accepted. */
    record Failed(Request request, FailCode code) implements Ended {
        @Override
        public String state() {
            return "failed";
        }

        @Override
        public String shownTo(Party party) {
            return party == Party.PROVIDER ? state() : "not-possible";
        }
    }

    /**
     * Refused by the provider.
     *
     * @param suggested services that might help instead; both parties see them
     */
    record Declined(Request request, DeclineCode code, List<ServiceId> suggested) implements Ended {
        /** How many services may be suggested. */
        public static final int MOST_SUGGESTED = 5;

        public Declined {
            suggested = List.copyOf(suggested);
            if (suggested.size() > MOST_SUGGESTED) {
                throw new IllegalArgumentException("too many services are suggested");
            }
        }

        @Override
        public String state() {
            return "declined";
        }
    }

    /** Taken back by the sender before an answer, or by the provider at the sender's wish. */
    record Cancelled(Request request) implements Ended {
        @Override
        public String state() {
            return "cancelled";
        }
    }

    /** Nobody answered in time. Derived from the clock, never stored. */
    record Expired(Request request) implements Ended {
        @Override
        public String state() {
            return "expired";
        }
    }

    /** The person wants this help no more. Taking a consent back is another matter, and ends no help. */
    record EndedByPerson(Request request) implements Ended {
        @Override
        public String state() {
            return "service-ended-by-person";
        }

        @Override
        public String shownTo(Party party) {
            return party == Party.PROVIDER ? state() : "closed";
        }
    }

    /** It should never have been: the wrong case, the wrong recipient. */
    record EnteredInError(Request request) implements Ended {
        @Override
        public String state() {
            return "entered-in-error";
        }
    }
}
