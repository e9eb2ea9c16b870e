package org.paivand.holding;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.WrittenEvents;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/**
 * Writes what holders say into the log. The entry names the case as the event does that it answers: so an answer can be given, and
 * counts, when the case itself is erased.
 */
public final class Answers {
    private final WrittenEvents events;
    private final Journal journal;
    private final Directories directories;
    private final InstantSource clock;

    public Answers(WrittenEvents events, Journal journal, Directories directories, InstantSource clock) {
        this.events = events;
        this.journal = journal;
        this.directories = directories;
        this.clock = clock;
    }

    /** Now, or the earlier instant if the clock was set back behind it. */
    Instant notBefore(Instant earlier) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(earlier) ? earlier : now;
    }

    /** @param question the event that asked: a notice, or the disclosure whose retention ends */
    void write(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            UUID question,
            CaseId caseId,
            HolderAnswer answer,
            Instant now)
            throws SQLException {
        DisclosureEvent asked = read(transaction, question);
        Agency holder = directories
                .current()
                .agency(caller.agency())
                .orElseThrow(() -> new IllegalStateException("an agency left the registry"));
        journal.write(
                transaction,
                new WithdrawalAnswered(
                        Actors.head(
                                exchange,
                                now,
                                asked.head().caseAlias(),
                                Actors.actor(caller, Role.PROVIDER, Role.REFERRER, Role.CHILD_PROTECTION)),
                        question,
                        new Counterpart(holder.id(), holder.jurisdiction(), Optional.empty(), caller.worker()),
                        answer),
                caller.user(),
                Optional.empty(),
                Optional.of(caseId));
    }

    /** A node that doesn't reach its evidence keys, or has none for that year any more, can't repeat what was asked. */
    private DisclosureEvent read(Transaction transaction, UUID question) throws SQLException {
        try {
            return events.read(transaction, question);
        } catch (NoVaultKeyException unreadable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
