package org.paivand.erasure;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.casefile.key.YearKeys;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.entry.SealedOpenings;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * Ends the retention of openings, year by year. The certificate commits first; then the year's key is destroyed. Whatever stops the
 * node in between, {@link #finish} does the rest (docs/decisions/0021).
 */
public final class OpeningsDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, SealedOpenings> openings;
    private final OpeningsErasure change;
    private final ApprovalDesk approvals;
    private final YearKeys keys;
    private final LogState log;
    private final InstantSource clock;

    public OpeningsDesk(
            Database database,
            Function<Transaction, SealedOpenings> openings,
            OpeningsErasure change,
            ApprovalDesk approvals,
            YearKeys keys,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.openings = openings;
        this.change = change;
        this.approvals = approvals;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Proposes to shred a year's openings; nothing changes until somebody else of the Commission confirms it. Reads the whole log.
     *
     * @throws ProblemException as {@link OpeningsErasure#endable}
     */
    public Approval propose(Caller caller, UUID exchange, IdempotencyKey key, int year) throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, approvalId) -> {
                    OpeningsSubject subject = change.endable(transaction, year, clock.instant());
                    return approvals.propose(
                            transaction, approvalId, caller, exchange, OpeningsErasure.KIND, subject.text());
                },
                approvals::read);
    }

    /**
     * Confirms or rejects. When this returns from a confirmation, the year's key is gone.
     *
     * @throws ProblemException as {@link ApprovalDesk#decide}; {@code not-found} for an approval of another year; {@code
     *     keys-unavailable} if it is certified and the key couldn't be destroyed yet
     */
    public Approval.Decided decide(Caller caller, UUID exchange, int year, UUID approvalId, Verdict verdict)
            throws LogNotWritableException {
        log.requireWritable();
        Approval.Decided decided = database.<Approval.Decided, RuntimeException>commit(transaction -> {
            Approval proposed = approvals.read(transaction, approvalId);
            if (!proposed.proposal().kind().equals(OpeningsErasure.KIND)
                    || OpeningsSubject.of(proposed.proposal().subject()).year() != year) {
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
     * Destroys the key of each year that is certified as shredded, also one that came back from a backup. Asked at every start,
     * before anything is served.
     */
    public void finish() throws KeysUnavailableException {
        List<Integer> certified =
                database.commit(transaction -> openings.apply(transaction).certifiedYears());
        for (int year : certified) {
            keys.destroy(year);
        }
    }
}
