package org.paivand.entry;

import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Whether witnesses keep up with the log. Not to be asked inside a transaction. */
public interface WitnessState {
    /** Of a node whose policy needs none. */
    WitnessState NOT_NEEDED = () -> WitnessStatus.NOT_NEEDED;

    /** As it was at most a second ago. */
    WitnessStatus status();

    /** @throws ProblemException {@code witness-quorum-stale} */
    default void requireQuorum() {
        if (status().stale()) {
            throw ProblemException.of(ProblemCode.WITNESS_QUORUM_STALE);
        }
    }
}
