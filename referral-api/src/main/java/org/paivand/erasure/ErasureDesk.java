package org.paivand.erasure;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeys;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.complaint.Complaints;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.emergency.Emergencies;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals;

/**
 * Erases cases. The certificate commits first, with a note of the key; then the key is destroyed; then the note goes. Whatever
 * stops the node in between, {@link #finish} does the rest (docs/decisions/0019).
 */
public final class ErasureDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Emergencies> emergencies;
    private final Function<Transaction, Complaints> complaints;
    private final ApprovalDesk approvals;
    private final CaseKeys keys;
    private final LogState log;
    private final InstantSource clock;

    public ErasureDesk(
            Database database,
            Function<Transaction, Cases> cases,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Emergencies> emergencies,
            Function<Transaction, Complaints> complaints,
            ApprovalDesk approvals,
            CaseKeys keys,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.cases = cases;
        this.referrals = referrals;
        this.emergencies = emergencies;
        this.complaints = complaints;
        this.approvals = approvals;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Proposes to erase a case; nothing changes until somebody else of the controller confirms it.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls the case; {@code conflict} while a
     *     referral of it is open, an emergency waits for its review, or a complaint for its answer
     */
    public Approval propose(Caller caller, UUID exchange, IdempotencyKey key, CaseId id)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, approvalId) -> {
                    CaseFile file = cases.apply(transaction)
                            .find(id)
                            .filter(found -> found.controller().equals(caller.agency()))
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
                    if (referrals.apply(transaction).open(id, clock.instant())
                            || emergencies.apply(transaction).awaitsReview(id)
                            || complaints.apply(transaction).open(id)) {
                        throw ProblemException.of(ProblemCode.CONFLICT);
                    }
                    String subject = new CaseErasure.Subject(id, file.controller()).text();
                    return approvals.propose(transaction, approvalId, caller, exchange, CaseErasure.KIND, subject);
                },
                approvals::read);
    }

    /**
     * Confirms or rejects. When this returns from a confirmation, the case's key is gone.
     *
     * @throws ProblemException as {@link ApprovalDesk#decide}; {@code not-found} for an approval of another case;
     *     {@code keys-unavailable} if the erasure is certified and the key couldn't be destroyed yet
     */
    public Approval.Decided decide(Caller caller, UUID exchange, CaseId id, UUID approvalId, Verdict verdict)
            throws LogNotWritableException {
        log.requireWritable();
        Approval.Decided decided = database.<Approval.Decided, RuntimeException>commit(transaction -> {
            Approval proposed = approvals.read(transaction, approvalId);
            if (!proposed.proposal().kind().equals(CaseErasure.KIND)
                    || !CaseErasure.Subject.of(proposed.proposal().subject())
                            .caseId()
                            .equals(id)) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return approvals.decide(transaction, caller, exchange, approvalId, verdict);
        });
        try {
            finish();
        } catch (KeysUnavailableException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
        return decided;
    }

    /**
     * Erases again what is known to be erased and stands in the database all the same, since a backup of the database from before
     * was restored. Who erased it stands in the log of then; no entry is written now. Asked at every start, before anything is served.
     *
     * @return how many cases were alive
     */
    public int uphold() throws KeysUnavailableException {
        Set<CaseId> destroyed = keys.destroyed();
        List<CaseId> broughtBack = database.commit(transaction -> {
            Cases bound = cases.apply(transaction);
            return destroyed.stream().filter(id -> bound.find(id).isPresent()).toList();
        });
        for (CaseId id : broughtBack) {
            database.<Boolean, RuntimeException>commit(transaction -> {
                Cases bound = cases.apply(transaction);
                bound.lockToChange(id);
                if (bound.find(id).isPresent()) {
                    bound.erase(id, clock.instant());
                    emergencies.apply(transaction).forgetWords(id);
                }
                return true;
            });
        }
        return broughtBack.size();
    }

    /** Destroys each key whose case is certified as erased. Asked at every start, before anything is served. */
    public void finish() throws KeysUnavailableException {
        List<CaseId> certified =
                database.commit(transaction -> cases.apply(transaction).keysToDestroy());
        for (CaseId id : certified) {
            keys.destroy(id);
            database.<Boolean, RuntimeException>commit(transaction -> {
                cases.apply(transaction).keyDestroyed(id);
                return true;
            });
        }
    }
}
