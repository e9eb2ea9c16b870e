package org.paivand.audit.sequencer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.jdbc.Logs;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.LogPlace;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;

/** Writes the entry with which one log ends and the next begins. */
public final class ChangeRecord {
    private final Journal journal;
    private final AgencyId operator;

    /** Under the name of the agency that operates the node. */
    public ChangeRecord(Journal journal, AgencyId operator) {
        this.journal = journal;
        this.operator = operator;
    }

    /** The first entry of a log, after another or after none. */
    UUID first(Transaction transaction, Logs.Known log, Optional<Checkpoint> previous, Instant now) {
        LogSuccession reason = Coded.of(LogSuccession.class, log.reason());
        return write(transaction, reason, log.origin(), log.key(), previous.map(ChangeRecord::place), now);
    }

    private static LogPlace place(Checkpoint checkpoint) {
        return new LogPlace(
                checkpoint.origin(),
                checkpoint.treeHead().size(),
                Sha256.of(checkpoint.treeHead().root().hex()));
    }

    /**
     * Pending, in the caller's transaction.
     *
     * @param log the origin of the log that begins
     * @param previous the log before it; empty in that log itself
     */
    UUID write(
            Transaction transaction,
            LogSuccession reason,
            String log,
            String key,
            Optional<LogPlace> previous,
            Instant now) {
        Actor node = new Actor(operator, "node", "operator", "node", Optional.empty());
        LogChanged event =
                new LogChanged(Actors.head(UUID.randomUUID(), now, Optional.empty(), node), reason, log, key, previous);
        journal.write(transaction, event, node.user(), Optional.empty(), Optional.empty());
        return event.head().eventId();
    }
}
