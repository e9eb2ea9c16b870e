package org.paivand.agreement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agreement.Matrix;

/** Proposes agreements, lists those that count, and tells what they let flow. */
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
     * @throws ProblemException {@code invalid-request} if a party isn't in the directory, if no party is of a kind that is named,
     *     or if the agreement contradicts one that exists
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
        Set<AgencyKind> nobodys = store.kindsOfNobody(agreement);
        if (!nobodys.isEmpty()) {
            boolean receives =
                    agreement.terms().recipientKinds().stream().anyMatch(kinds -> kinds.containsAll(nobodys));
            throw ProblemException.invalid(receives ? "/recipientKinds" : "/parties/kinds", "not-in-list");
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
     * @param asOf those that counted then
     * @throws ProblemException {@code invalid-request} if that is still to come
     */
    public List<Agreement> list(Optional<String> after, Optional<Instant> asOf, int limit) {
        if (asOf.filter(clock.instant()::isBefore).isPresent()) {
            throw ProblemException.invalid("asOf", "in-the-future");
        }
        return known(asOf).stream()
                .filter(agreement ->
                        after.filter(id -> agreement.id().compareTo(id) <= 0).isEmpty())
                .limit(limit)
                .toList();
    }

    /**
     * What may flow, and why not.
     *
     * @param asOf at an instant, which may be still to come; of a past one it tells what counted then
     * @throws ProblemException {@code invalid-request} if the directory doesn't know one of the two
     */
    public Matrix matrix(Sides sides, Set<Purpose> purposes, Optional<Instant> asOf) {
        Instant at = asOf.orElseGet(clock::instant);
        return sides.matrix(store, known(asOf), purposes, at);
    }

    private List<Agreement> known(Optional<Instant> asOf) {
        return database.commit(
                transaction -> asOf.map(then -> store.all(transaction, then)).orElseGet(() -> store.all(transaction)));
    }
}
