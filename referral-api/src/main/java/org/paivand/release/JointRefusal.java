package org.paivand.release;

import java.util.ArrayList;
import java.util.List;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RefusedCase;

/** Those of several cases that were refused; each refusal is an entry already. */
final class JointRefusal {
    private final List<Refused> refused = new ArrayList<>();

    private record Refused(int part, Releases.Outcome<?> outcome) {}

    void add(int part, Releases.Outcome<?> outcome) {
        refused.add(new Refused(part, outcome));
    }

    boolean isEmpty() {
        return refused.isEmpty();
    }

    <T> Releases.Outcome<T> outcome() {
        return () -> {
            throw ProblemException.refusedTogether(
                    ProblemCode.OFFER_REFUSED,
                    refused.stream().map(JointRefusal::told).toList());
        };
    }

    private static RefusedCase told(Refused one) {
        try {
            one.outcome().handOver();
            throw new IllegalStateException("a refusal that refuses nothing");
        } catch (ProblemException problem) {
            return new RefusedCase(
                    "/cases/" + one.part(),
                    problem.code().code(),
                    problem.extensions().withheld());
        }
    }
}
