package org.paivand.protection;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.GuardianFinding;
import org.paivand.disclosure.decision.StandaloneBasis.BestInterests;
import org.paivand.disclosure.event.BestInterestsDecided;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;

/** What only child protection may record, and only on a child's case that was referred to it and that it accepted. */
public final class ProtectionDesk {
    private final Database database;
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, BestInterestsDecisions> decisions;
    private final Referred referred;
    private final Directories directories;
    private final CaseContents contents;
    private final Journal journal;
    private final LogState log;
    private final InstantSource clock;

    public ProtectionDesk(
            Database database,
            Function<Transaction, Cases> cases,
            Function<Transaction, BestInterestsDecisions> decisions,
            Referred referred,
            Directories directories,
            CaseContents contents,
            Journal journal,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.cases = cases;
        this.decisions = decisions;
        this.referred = referred;
        this.directories = directories;
        this.contents = contents;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** Finds the case of a referral that the agency accepted; empty for everybody else. */
    @FunctionalInterface
    public interface Referred {
        Optional<CaseId> accepted(Transaction transaction, AgencyId by, UUID referralId) throws SQLException;
    }

    /** Records whether a guardian's interests conflict with the child's. */
    public Found find(Caller caller, UUID exchange, UUID referralId, ConflictFinding finding)
            throws CaseKeyException, LogNotWritableException {
        log.requireWritable();
        Party by = childProtection(caller);
        return database.<Found, CaseKeyException>commit(transaction -> {
            CaseFile file = locked(transaction, by, referralId);
            EventHead head = head(caller, exchange, file);
            GuardianFinding found = new GuardianFinding(finding, by, head.occurredAt());
            cases.apply(transaction).record(file.id(), found);
            write(transaction, caller, file, new GuardianFound(head, finding));
            return new Found(head.eventId(), found);
        });
    }

    /** A finding under the id of its entry. */
    public record Found(UUID id, GuardianFinding finding) {}

    /**
     * Records a decision on which releases to that recipient may rest until it ends.
     *
     * @throws ProblemException {@code invalid-request} if it has ended already
     */
    public BestInterests decide(
            Caller caller,
            UUID exchange,
            UUID referralId,
            AgencyId recipient,
            Purpose purpose,
            Set<Category> categories,
            Instant notAfter)
            throws CaseKeyException, LogNotWritableException {
        log.requireWritable();
        Party by = childProtection(caller);
        return database.<BestInterests, CaseKeyException>commit(transaction -> {
            CaseFile file = locked(transaction, by, referralId);
            EventHead head = head(caller, exchange, file);
            if (!notAfter.isAfter(head.occurredAt())) {
                throw ProblemException.invalid("/notAfter", "in-the-past");
            }
            BestInterests decision =
                    new BestInterests(head.eventId(), by, recipient, purpose, categories, head.occurredAt(), notAfter);
            decisions.apply(transaction).add(file.id(), decision);
            write(transaction, caller, file, new BestInterestsDecided(head, recipient, purpose, categories, notAfter));
            return decision;
        });
    }

    private Party childProtection(Caller caller) {
        return directories
                .current()
                .agency(caller.agency())
                .filter(agency -> agency.kind() == AgencyKind.CHILD_PROTECTION)
                .orElseThrow(() -> ProblemException.of(ProblemCode.FORBIDDEN))
                .party();
    }

    private CaseFile locked(Transaction transaction, Party by, UUID referralId) throws SQLException {
        Cases bound = cases.apply(transaction);
        bound.lockToChange(referredTo(transaction, by, referralId));
        // Asked again under the lock: a referral that ended meanwhile carries no finding.
        return bound.find(referredTo(transaction, by, referralId))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private CaseId referredTo(Transaction transaction, Party by, UUID referralId) throws SQLException {
        return referred.accepted(transaction, by.agency(), referralId)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private EventHead head(Caller caller, UUID exchange, CaseFile file) throws CaseKeyException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Actors.head(
                exchange, now, Optional.of(contents.alias(file)), Actors.actor(caller, Role.CHILD_PROTECTION));
    }

    private void write(Transaction transaction, Caller caller, CaseFile file, DisclosureEvent event) {
        journal.write(transaction, event, caller.user(), Optional.empty(), Optional.of(file.id()));
    }
}
