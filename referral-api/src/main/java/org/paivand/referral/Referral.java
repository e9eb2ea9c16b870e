package org.paivand.referral;

import java.util.List;
import org.paivand.registry.service.ServiceType;

/**
 * A referral in one of its states. Each state is a type, and only the transitions that a state knows are its methods.
 *
 * <p>Whether something was released so far decides if an accepted referral can still be declined; that is asked of the log of
 * releases when the transition is made, so it is an argument there and not a field here.
 */
public sealed interface Referral {
    Request request();

    /** The state's stable code. */
    String state();

    /** What the party may do now, in the order of the workflow. */
    List<Transition> allowed(Party party);

    /** Waiting for the provider's answer. */
    record Offered(Request request) implements Referral {
        @Override
        public String state() {
            return "offered";
        }

        @Override
        public List<Transition> allowed(Party party) {
            return party == Party.PROVIDER
                    ? List.of(Transition.ACCEPTANCE, Transition.DECLINE)
                    : List.of(Transition.CANCELLATION);
        }

        public Accepted accept() {
            return new Accepted(request);
        }

        public Declined decline(DeclineCode code) {
            return new Declined(request, code);
        }

        public Cancelled cancel() {
            return new Cancelled(request);
        }
    }

    /** The provider helps; what consent releases may be pulled by the workers assigned. */
    record Accepted(Request request) implements Referral {
        @Override
        public String state() {
            return "accepted";
        }

        @Override
        public List<Transition> allowed(Party party) {
            return party == Party.PROVIDER
                    ? List.of(Transition.ASSIGNMENTS, Transition.PROGRESS, Transition.DECLINE)
                    : List.of();
        }

        public InProgress begin(Step step) {
            return new InProgress(request, step);
        }

        /** An acceptance can be taken back only while the provider knows no more than stage 1. */
        public Declined declineBeforeAnyRelease(DeclineCode code) {
            return new Declined(request, code);
        }
    }

    /** Help is under way. */
    record InProgress(Request request, Step step) implements Referral {
        @Override
        public String state() {
            return "in-progress";
        }

        @Override
        public List<Transition> allowed(Party party) {
            return party == Party.PROVIDER
                    ? List.of(Transition.ASSIGNMENTS, Transition.PROGRESS, Transition.COMPLETION)
                    : List.of();
        }

        public InProgress proceed(Step next) {
            return new InProgress(request, next);
        }

        public Completed complete(Outcome outcome, List<ServiceType> delivered) {
            return new Completed(request, outcome, delivered);
        }
    }

    /** Ended by the provider, with what was delivered. */
    record Completed(Request request, Outcome outcome, List<ServiceType> delivered) implements Ended {
        public Completed {
            delivered = List.copyOf(delivered);
        }

        @Override
        public String state() {
            return "completed";
        }
    }

    /** Refused by the provider. */
    record Declined(Request request, DeclineCode code) implements Ended {
        @Override
        public String state() {
            return "declined";
        }
    }

    /** Taken back by the sender before an answer. */
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

    /** A state that nobody leaves. */
    sealed interface Ended extends Referral permits Completed, Declined, Cancelled, Expired {
        @Override
        default List<Transition> allowed(Party party) {
            return List.of();
        }
    }
}
