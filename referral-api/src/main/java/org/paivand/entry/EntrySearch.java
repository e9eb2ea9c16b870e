package org.paivand.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Hash;
import org.paivand.database.Transaction;

/** The log's reading end, for auditors. Reads in the caller's transaction, where the caller also logs the reading. */
public interface EntrySearch {
    EntryPage search(Transaction transaction, EntryQuery query);

    /** Entries with an index from this one on, ascending. */
    List<FoundEntry> from(Transaction transaction, long index, int limit);

    /** What an entry that a search found commits to, or who certified that nobody can know any more. */
    Content open(Transaction transaction, FoundEntry found) throws LogUnavailableException;

    /** The case that an event concerns, as the keyed token; empty if there is no such event, or no case. */
    Optional<Hash> caseOf(Transaction transaction, UUID eventId);

    /** The exact bytes from which the decision of an event can be made again; empty if it has none. */
    Optional<byte[]> input(Transaction transaction, UUID eventId);

    /** The exact bytes of a policy that decided. */
    Optional<byte[]> policy(Transaction transaction, Hash sha256);

    Optional<ProvenEntry> find(Transaction transaction, UUID eventId) throws LogUnavailableException;
}
