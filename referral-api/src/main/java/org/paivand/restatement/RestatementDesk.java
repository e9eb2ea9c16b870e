package org.paivand.restatement;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.Proposal;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.consent.Continuity;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * Lets a case whose consents were lost release again. First the confirmation commits, then the mark follows the database: whatever stops
 * the node in between, nothing is released, and two people confirm once more (docs/decisions/0048).
 */
public final class RestatementDesk {
    private static final int MOST_WAITING = 100;

    private final Database database;
    private final Once once;
    private final Function<Transaction, Cases> cases;
    private final Continuity continuity;
    private final ApprovalDesk approvals;
    private final LogState log;
    private final InstantSource clock;

    public RestatementDesk(
            Database database,
            Function<Transaction, Cases> cases,
            Continuity continuity,
            ApprovalDesk approvals,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.cases = cases;
        this.continuity = continuity;
        this.approvals = approvals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * How a case stands.
     *
     * @param lost whether consents are lost, so that it releases nothing
     * @param waiting proposals that a second person may confirm
     */
    public record Standing(boolean lost, List<Proposal> waiting) {
        public Standing {
            waiting = List.copyOf(waiting);
        }
    }

    /** @throws ProblemException {@code not-found} unless the caller's agency controls the case */
    public Standing read(Caller caller, CaseId id) {
        boolean lost = database.<Boolean, RuntimeException>commit(transaction -> {
            controlled(transaction, caller, id);
            return isLost(transaction, id);
        });
        List<Proposal> waiting =
                approvals.waiting(caller, Set.of(Restatement.KIND), Optional.empty(), MOST_WAITING).stream()
                        .map(Approval::proposal)
                        .filter(proposal -> Restatement.Subject.of(proposal.subject())
                                .caseId()
                                .equals(id))
                        .toList();
        return new Standing(lost, waiting);
    }

    /**
     * Proposes to take what the database has as all there is; nothing changes until somebody else of the controller confirms it.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls the case; {@code conflict} unless consents of
     *     it are lost
     */
    public Approval propose(Caller caller, UUID exchange, IdempotencyKey key, CaseId id)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, approvalId) -> {
                    CaseFile file = controlled(transaction, caller, id);
                    if (!isLost(transaction, id)) {
                        throw ProblemException.of(ProblemCode.CONFLICT);
                    }
                    String subject = new Restatement.Subject(id, file.controller()).text();
                    return approvals.propose(transaction, approvalId, caller, exchange, Restatement.KIND, subject);
                },
                approvals::read);
    }

    /**
     * Confirms or rejects. When this returns from a confirmation, the case releases again what the person stands by.
     *
     * @throws ProblemException as {@link ApprovalDesk#decide}; {@code not-found} for an approval of another case; {@code conflict} if
     *     nothing is lost any more
     */
    public Approval.Decided decide(Caller caller, UUID exchange, CaseId id, UUID approvalId, Verdict verdict)
            throws LogNotWritableException {
        log.requireWritable();
        Approval.Decided decided = database.<Approval.Decided, RuntimeException>commit(transaction -> {
            Proposal proposed = approvals.read(transaction, approvalId).proposal();
            if (!proposed.kind().equals(Restatement.KIND)
                    || !Restatement.Subject.of(proposed.subject()).caseId().equals(id)) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return approvals.decide(transaction, caller, exchange, approvalId, verdict);
        });
        if (decided instanceof Approval.Confirmed) {
            accept(id);
        }
        return decided;
    }

    private void accept(CaseId id) {
        try {
            database.<Boolean, KeysUnavailableException>commit(transaction -> {
                cases.apply(transaction).lockToChange(id);
                continuity.accept(transaction, id);
                return true;
            });
        } catch (KeysUnavailableException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private CaseFile controlled(Transaction transaction, Caller caller, CaseId id) {
        return cases.apply(transaction)
                .find(id)
                .filter(found -> found.controller().equals(caller.agency()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private boolean isLost(Transaction transaction, CaseId id) {
        try {
            return !continuity.holds(transaction, id);
        } catch (KeysUnavailableException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
