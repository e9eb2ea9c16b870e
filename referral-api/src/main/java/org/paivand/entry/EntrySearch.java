package org.paivand.entry;

import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.database.Transaction;

/** The log's reading end, for auditors. Reads in the caller's transaction, where the caller also logs the reading. */
public interface EntrySearch {
    EntryPage search(Transaction transaction, EntryQuery query);

    Optional<ProvenEntry> find(Transaction transaction, UUID eventId) throws LogUnavailableException;
}
