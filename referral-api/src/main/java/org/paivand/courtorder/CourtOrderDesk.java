package org.paivand.courtorder;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.WithheldCategory;
import org.paivand.referral.Referrals;
import org.paivand.release.Strangers;

/** Recording courts' orders. One person records, another of the same agency confirms with the paper in hand. */
public final class CourtOrderDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Referrals> referrals;
    private final ApprovalDesk approvals;
    private final Strangers strangers;
    private final Jurisdiction jurisdiction;
    private final LogState log;
    private final InstantSource clock;

    public CourtOrderDesk(
            Database database,
            Function<Transaction, Cases> cases,
            Function<Transaction, Referrals> referrals,
            ApprovalDesk approvals,
            Strangers strangers,
            Jurisdiction jurisdiction,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.cases = cases;
        this.referrals = referrals;
        this.approvals = approvals;
        this.strangers = strangers;
        this.jurisdiction = jurisdiction;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records an order, on which nothing rests until somebody else of the agency confirms it.
     *
     * @throws ProblemException {@code court-order-refused} with the reason, for an order that could never be a basis; also for
     *     an agency to which the case was referred, which asks for data and doesn't hold it. {@code not-found} for everybody
     *     else. Both are entries by then
     */
    public Approval record(Caller caller, UUID exchange, IdempotencyKey key, RecordedOrder order)
            throws LogNotWritableException {
        log.requireWritable();
        Optional<ReasonCode> flaw =
                database.<Optional<ReasonCode>, RuntimeException>commit(transaction -> isHolder(transaction, order)
                        ? order.flaw(jurisdiction, clock.instant())
                        : Optional.of(ReasonCode.COURT_ORDER_NOT_RECORDED_BY_HOLDER));
        if (flaw.isPresent()) {
            throw refused(caller, exchange, order, flaw.get());
        }
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) ->
                        approvals.propose(transaction, id, caller, exchange, CourtOrderChange.KIND, order.subject()),
                approvals::read);
    }

    private boolean isHolder(Transaction transaction, RecordedOrder order) {
        Optional<CaseFile> held = cases.apply(transaction)
                .find(order.caseId())
                .filter(file -> file.controller().equals(order.recordedBy()));
        boolean asks = referrals
                .apply(transaction)
                .referredAs(order.recordedBy(), order.caseId().value())
                .isPresent();
        if (held.isEmpty() && !asks) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return held.isPresent();
    }

    private ProblemException refused(Caller caller, UUID exchange, RecordedOrder order, ReasonCode flaw) {
        strangers.deny(caller, exchange, ProblemCode.COURT_ORDER_REFUSED);
        List<WithheldCategory> withheld = order.categories().stream()
                .map(category -> new WithheldCategory(category.code(), flaw.code()))
                .toList();
        return ProblemException.withheld(ProblemCode.COURT_ORDER_REFUSED, withheld);
    }

    /**
     * Confirms or rejects.
     *
     * @throws ProblemException as {@link ApprovalDesk#decide}; {@code not-found} for an approval of another case
     */
    public Approval.Decided decide(Caller caller, UUID exchange, CaseId caseId, UUID approvalId, Verdict verdict)
            throws LogNotWritableException {
        log.requireWritable();
        try {
            return database.<Approval.Decided, RuntimeException>commit(transaction -> {
                Approval proposed = approvals.read(transaction, approvalId);
                if (!proposed.proposal().kind().equals(CourtOrderChange.KIND)
                        || !RecordedOrder.of(proposed.proposal().subject())
                                .caseId()
                                .equals(caseId)) {
                    throw ProblemException.of(ProblemCode.NOT_FOUND);
                }
                return approvals.decide(transaction, caller, exchange, approvalId, verdict);
            });
        } catch (ProblemException refused) {
            throw refused.code() == ProblemCode.OWN_CHANGE
                    ? strangers.deny(caller, exchange, ProblemCode.OWN_CHANGE)
                    : refused;
        }
    }
}
