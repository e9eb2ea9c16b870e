package org.paivand.status;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.StatusAct;
import org.paivand.disclosure.event.StatusDecided;
import org.paivand.entry.LogNotWritableException;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.release.Ask;
import org.paivand.release.Granted;
import org.paivand.release.Matter;
import org.paivand.release.Releases;
import org.paivand.statistics.StatisticsRows;
import org.paivand.status.StatusDecisions.Kept;

/**
 * What a status body does: decide, and read what it decided. Both rest on a live grant to that body, for the purpose of formal
 * status, of what happened. Nobody else reads a decision here.
 */
public final class StatusDesk {
    private final Releases releases;
    private final Asked asked;
    private final Function<Transaction, StatusDecisions> decisions;
    private final CaseContents contents;
    private final Directories directories;
    private final Journal journal;

    /** What the body would pull through a referral: what happened, and nothing else. */
    @FunctionalInterface
    public interface Asked {
        Matter through(Caller caller, UUID referralId);
    }

    public StatusDesk(
            Releases releases,
            Asked asked,
            Function<Transaction, StatusDecisions> decisions,
            CaseContents contents,
            Directories directories,
            Journal journal) {
        this.releases = releases;
        this.asked = asked;
        this.decisions = decisions;
        this.contents = contents;
        this.directories = directories;
        this.journal = journal;
    }

    /**
     * Records a decision, or one that takes the place of the one before.
     *
     * @param expected the version to replace, or 0 for the first
     * @return its version
     * @throws ProblemException {@code forbidden} for an agency that is no status body, {@code stale-version} if another version
     *     stands, {@code invalid-request} where the ground doesn't fit; and all that refuses a release
     */
    public int decide(
            Caller caller, UUID exchange, UUID referralId, int expected, TraffickingStatus status, Ground ground)
            throws CaseKeyException, LogNotWritableException {
        requireStatusBody(caller);
        if ((ground == Ground.FIRST_DECISION) != (expected == 0)) {
            throw ProblemException.invalid("/ground", "contradiction");
        }
        return releases.perform(caller, exchange, matter(caller, referralId), (transaction, granted) -> {
            StatusDecisions bound = decisions.apply(transaction);
            int version = bound.of(granted.caseId(), caller.agency()).stream()
                    .findFirst()
                    .map(Kept::version)
                    .orElse(0);
            if (version != expected) {
                throw ProblemException.of(ProblemCode.STALE_VERSION);
            }
            StatusDecision made = new StatusDecision(version + 1, status, ground, granted.now());
            UUID id = UUID.randomUUID();
            bound.add(new Kept(
                    id,
                    granted.caseId(),
                    caller.agency(),
                    made.version(),
                    made.decidedAt(),
                    contents.sealStatus(granted.caseId(), id, made.plain())));
            if (version == 0) {
                StatisticsRows.decided(transaction, caller.agency(), granted.now());
            }
            write(transaction, caller, exchange, granted, StatusAct.RECORDED, made.version());
            return made.version();
        });
    }

    /**
     * What the caller's body decided, the newest first.
     *
     * @throws ProblemException {@code not-found} too where it decided nothing yet; and all that refuses a release
     */
    public List<StatusDecision> read(Caller caller, UUID exchange, UUID referralId)
            throws CaseKeyException, LogNotWritableException {
        requireStatusBody(caller);
        return releases.perform(caller, exchange, matter(caller, referralId), (transaction, granted) -> {
            List<StatusDecision> made = new ArrayList<>();
            for (Kept kept : decisions.apply(transaction).of(granted.caseId(), caller.agency())) {
                byte[] plain = contents.openStatus(granted.status(), kept.caseId(), kept.id(), kept.sealed());
                made.add(StatusDecision.of(kept.version(), plain, kept.decidedAt()));
            }
            if (made.isEmpty()) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            write(
                    transaction,
                    caller,
                    exchange,
                    granted,
                    StatusAct.READ,
                    made.get(0).version());
            return made;
        });
    }

    private void requireStatusBody(Caller caller) {
        if (directories
                .current()
                .agency(caller.agency())
                .filter(agency -> agency.kind() == AgencyKind.STATUS_BODY)
                .isEmpty()) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    /** A referral for another purpose carries no decision, whatever it would let out. */
    private Matter matter(Caller caller, UUID referralId) {
        Matter through = asked.through(caller, referralId);
        return new Matter() {
            @Override
            public Optional<CaseId> concerns(Transaction transaction) throws SQLException {
                return through.concerns(transaction);
            }

            @Override
            public Optional<Ask> asked(Transaction transaction, Instant now) throws SQLException {
                return through.asked(transaction, now).filter(ask -> ask.purpose() == Purpose.STATUTORY_STATUS);
            }
        };
    }

    private void write(
            Transaction transaction, Caller caller, UUID exchange, Granted granted, StatusAct act, int version) {
        journal.write(
                transaction,
                new StatusDecided(
                        Actors.head(
                                exchange,
                                granted.now(),
                                Optional.of(granted.caseAlias()),
                                Actors.actor(caller, Role.PROVIDER)),
                        act,
                        version),
                caller.user(),
                Optional.empty(),
                Optional.of(granted.caseId()));
    }
}
