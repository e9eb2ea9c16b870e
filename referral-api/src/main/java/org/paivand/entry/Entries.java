package org.paivand.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.database.Transaction;

/** The log's writing end. */
public interface Entries {
    /**
     * Writes the entry into the caller's transaction and never commits: the entry exists if, and only if, what it records
     * commits with it. Its index follows later.
     *
     * @param decisionInput exact bytes from which the decision can be replayed; sealed as the opening is
     * @throws IllegalArgumentException if the columns name another hash of the decision input than it has
     */
    Entry append(Transaction transaction, Opening opening, SearchColumns columns, Optional<byte[]> decisionInput);

    /** Remembers, beside the entry of a disclosure, until when somebody else must have reviewed it (exclusive). */
    void requireReview(Transaction transaction, UUID disclosure, Instant due);

    /** Remembers, beside the entry of a review, which disclosure it is about. */
    void reviewed(Transaction transaction, UUID disclosure, UUID review);
}
