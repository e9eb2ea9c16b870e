package org.paivand.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.hsds.UnreadableImportException;
import org.paivand.registry.record.RegistryItem;

/** Imports: shown first, then made as one change, all of it or nothing. */
public final class ImportDesk {
    private final Database database;
    private final RegistryBook book;
    private final LiveDirectories live;
    private final ChangeRules rules;
    private final ApprovalDesk approvals;
    private final Journal journal;
    private final LogState log;
    private final InstantSource clock;

    public ImportDesk(
            Database database,
            RegistryBook book,
            LiveDirectories live,
            ChangeRules rules,
            ApprovalDesk approvals,
            Journal journal,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.book = book;
        this.live = live;
        this.rules = rules;
        this.approvals = approvals;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** What came of an import that was to be made. */
    public sealed interface Result {
        <T> T fold(Function<Made, T> made, Function<Waiting, T> waiting);
    }

    /**
     * It counts.
     *
     * @param edition the number of the registry's last change
     */
    public record Made(ImportPreview preview, long edition) implements Result {
        @Override
        public <T> T fold(Function<Made, T> made, Function<Waiting, T> waiting) {
            return made.apply(this);
        }
    }

    /** No part of it counts until another registrar confirms it. */
    public record Waiting(Approval approval) implements Result {
        @Override
        public <T> T fold(Function<Made, T> made, Function<Waiting, T> waiting) {
            return waiting.apply(this);
        }
    }

    /**
     * What the import would change. Nothing has changed.
     *
     * @throws ProblemException {@code invalid-request} for what nobody may change, by item and place
     */
    public ImportPreview preview(Caller caller, ImportFile file) throws UnreadableImportException {
        return preview(caller, file, database.<Edition, RuntimeException>commit(book::current), now());
    }

    /**
     * Makes the import, if the registry is still as it was when it was shown.
     *
     * @param expected the edition that was shown
     * @throws ProblemException {@code forbidden} for a program; {@code stale-version} if anybody changed anything since; {@code invalid-request} as by {@link
     *     #preview}, and for what waits and is more than a second person could read. Nothing has changed then
     */
    public Result make(Caller caller, UUID exchange, long expected, ImportFile file)
            throws LogNotWritableException, UnreadableImportException {
        if (!caller.is(Role.REGISTRAR) || caller.is(Role.MACHINE)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        log.requireWritable();
        Edition shown = database.<Edition, RuntimeException>commit(book::current);
        requireSame(expected, shown);
        Instant now = now();
        // Read before anybody is held back: of one number there is one edition.
        ImportPreview preview = preview(caller, file, shown, now);
        Result result = database.<Result, RuntimeException>commit(transaction -> {
            Edition before = book.lock(transaction);
            requireSame(expected, before);
            return preview.difference().secondPerson()
                    ? propose(transaction, caller, exchange, before, preview)
                    : make(transaction, caller, exchange, before, preview, now);
        });
        live.refresh();
        return result;
    }

    private static void requireSame(long expected, Edition edition) {
        if (edition.number() != expected) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
    }

    private ImportPreview preview(Caller caller, ImportFile file, Edition edition, Instant now)
            throws UnreadableImportException {
        ImportPreview preview = ImportPreview.of(file, edition);
        for (RegistryItem item : preview.changed()) {
            Optional<RegistryItem> replaced = edition.find(ItemName.of(item)).map(Edition.Standing::item);
            try {
                rules.require(caller, replaced, item, now);
            } catch (ProblemException refused) {
                throw Faults.within(ItemName.of(item), refused);
            }
        }
        return preview;
    }

    private Result propose(
            Transaction transaction, Caller caller, UUID exchange, Edition before, ImportPreview preview) {
        ImportProposal proposal = new ImportProposal(preview.changed().stream()
                .map(item ->
                        new ItemProposal(ItemName.of(item), before.version(ItemName.of(item)), Documents.text(item)))
                .toList());
        if (!proposal.isReadable()) {
            throw ProblemException.invalid("", "too-many");
        }
        String subject = proposal.subject();
        return new Waiting(approvals
                .waitingFor(transaction, ImportChange.KIND, subject)
                .orElseGet(() -> approvals.propose(
                        transaction, UUID.randomUUID(), caller, exchange, ImportChange.KIND, subject)));
    }

    private Result make(
            Transaction transaction, Caller caller, UUID exchange, Edition before, ImportPreview preview, Instant now) {
        if (preview.changed().isEmpty()) {
            return new Made(preview, before.number());
        }
        try {
            Authors authors = new Authors(exchange, caller.user(), Optional.empty());
            List<RecordedChange> changes = book.write(transaction, before, preview.changed(), authors, now);
            EventHead head = Actors.head(exchange, now, Optional.empty(), Actors.actor(caller, Role.REGISTRAR));
            journal.write(
                    transaction,
                    new RegistryChanged(head, RegistryChange.CHANGED, RegistryBeginning.SUBJECT, Manifest.of(changes)),
                    caller.user(),
                    Optional.empty(),
                    Optional.empty());
            return new Made(preview, changes.get(changes.size() - 1).number());
        } catch (InvalidRegistryException impossible) {
            throw new IllegalStateException("a registry that was read whole isn't whole", impossible);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
