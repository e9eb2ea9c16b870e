package org.paivand.audit.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.audit.jdbc.EvidencePlan;
import org.paivand.audit.jdbc.EvidencePlans;
import org.paivand.audit.jdbc.OpenedEntries;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Database;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.ExportScope;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.entry.WitnessState;
import org.paivand.export.ExportFormat;
import org.paivand.export.Exported;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;

/** Exports of the log in others' formats. That one was made is committed before its first byte is. */
public final class ExportDesk {
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final EvidencePlans plans;
    private final OpenedEntries entries;
    private final Journal journal;
    private final LogState log;
    private final WitnessState witnesses;
    private final InstantSource clock;

    public ExportDesk(
            Database database,
            EvidencePlans plans,
            OpenedEntries entries,
            Journal journal,
            LogState log,
            WitnessState witnesses,
            InstantSource clock) {
        this.database = database;
        this.plans = plans;
        this.entries = entries;
        this.journal = journal;
        this.log = log;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param from inclusive
     * @param to exclusive
     * @param types empty for all
     */
    public record Wanted(ExportFormat format, Instant from, Instant to, Set<EntryType> types) {
        public Wanted {
            types = Set.copyOf(types);
        }

        boolean wants(Exported entry) {
            return types.isEmpty() || types.contains(EntryType.of(entry.type()));
        }
    }

    /**
     * Waits for the checkpoint that covers the period, as a bundle does, and logs the export.
     *
     * @return empty if the period has no entry
     * @throws org.paivand.problem.ProblemException {@code witness-quorum-stale}; nothing was logged
     */
    public Optional<LoggedExport> export(Caller caller, UUID exchange, Wanted wanted)
            throws LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        witnesses.requireQuorum();
        Optional<EvidencePlan> plan = plans.plan(Optional.empty(), wanted.from(), wanted.to(), CHECKPOINT_PATIENCE);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        EvidencePlan planned = plan.get();
        database.<Boolean, RuntimeException>commit(transaction -> {
            EventHead head =
                    Actors.head(exchange, clock.instant(), Optional.empty(), Actors.actor(caller, Role.AUDITOR));
            long count = entries.count(
                    transaction, planned.from(), planned.to(), wanted.from(), wanted.to(), wanted.types());
            ExportScope scope = count == planned.to() - planned.from() ? ExportScope.PERIOD : ExportScope.SELECTION;
            DisclosureEvent event = new Export(head, scope, planned.from(), planned.to(), planned.size(), count);
            journal.write(transaction, event, caller.user(), Optional.empty(), Optional.empty());
            return true;
        });
        return Optional.of(new LoggedExport(database, entries, planned.from(), planned.to(), wanted));
    }
}
