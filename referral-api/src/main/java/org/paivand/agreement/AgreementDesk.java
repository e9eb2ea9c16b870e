package org.paivand.agreement;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemException;

/** Proposes agreements and lists those that count. */
public final class AgreementDesk {
    private final Database database;
    private final Once once;
    private final AgreementStore store;
    private final ApprovalDesk approvals;
    private final LogState log;
    private final InstantSource clock;

    public AgreementDesk(
            Database database, AgreementStore store, ApprovalDesk approvals, LogState log, InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.store = store;
        this.approvals = approvals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Proposes an agreement, which counts for nothing until another registrar confirms it.
     *
     * @param id the agreement's own; one that exists gets its next version
     * @param draft makes the agreement in the version that is next
     * @throws ProblemException {@code invalid-request} if a party isn't in the directory, or if the agreement contradicts one
     *     that exists
     */
    public Approval propose(Caller caller, UUID exchange, IdempotencyKey key, String id, IntFunction<Agreement> draft)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, approvalId) -> {
                    Agreement agreement = admitted(transaction, id, draft);
                    return approvals.propose(
                            transaction,
                            approvalId,
                            caller,
                            exchange,
                            AgreementChange.KIND,
                            AgreementChange.subject(agreement));
                },
                approvals::read);
    }

    private Agreement admitted(Transaction transaction, String id, IntFunction<Agreement> draft) {
        AgreementsInForce inForce = store.inForce(transaction);
        Agreement agreement = draft.apply(inForce.nextVersion(id));
        if (!store.knows(agreement.parties())) {
            throw ProblemException.invalid("/parties", "not-in-list");
        }
        if (inForce.contradicts(agreement)) {
            throw ProblemException.invalid("/parties", "contradiction");
        }
        return agreement;
    }

    /**
     * The agreements that count, by id.
     *
     * @param after an agreement's id; only those behind it
     */
    public List<Agreement> list(Optional<String> after, int limit) {
        return database.commit(store::all).stream()
                .filter(agreement ->
                        after.filter(id -> agreement.id().compareTo(id) <= 0).isEmpty())
                .limit(limit)
                .toList();
    }
}
