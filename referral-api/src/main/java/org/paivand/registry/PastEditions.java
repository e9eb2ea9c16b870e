package org.paivand.registry;

import java.util.concurrent.locks.ReentrantLock;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * Editions that count no more, made anew for whoever asks. One is made at a time and the last one is kept: questions about the
 * past take neither the node's memory nor its connections from those who need help now.
 */
final class PastEditions {
    private final ReentrantLock making = new ReentrantLock();
    private volatile Edition last = Edition.EMPTY;

    /** @throws ProblemException {@code too-many-requests} while another is being made */
    Edition edition(RegistryRecords bound, long number) {
        Edition kept = last;
        if (kept.number() == number) {
            return kept;
        }
        if (!making.tryLock()) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS);
        }
        try {
            Edition made = Edition.EMPTY.then(reader -> bound.newest(0, number, reader));
            last = made;
            return made;
        } finally {
            making.unlock();
        }
    }
}
