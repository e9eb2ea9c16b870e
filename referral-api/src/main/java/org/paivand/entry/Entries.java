package org.paivand.entry;

import java.util.Optional;
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
}
