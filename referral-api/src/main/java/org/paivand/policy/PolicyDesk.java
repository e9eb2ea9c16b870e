package org.paivand.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.json.PolicyDifference;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Proposes policies, shows what they would change, and lists those that decide, decided or will decide. */
public final class PolicyDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, PolicyRecords> records;
    private final ApprovalDesk approvals;
    private final LogState log;
    private final InstantSource clock;

    public PolicyDesk(
            Database database,
            Function<Transaction, PolicyRecords> records,
            ApprovalDesk approvals,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.records = records;
        this.approvals = approvals;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A proposal as people read it.
     *
     * @param replaces the policy it was compared with
     */
    public record Compared(
            Approval approval, PolicyProposal proposal, PolicyDocument replaces, List<PolicyDifference> differences) {}

    /**
     * Proposes a policy; nothing changes until another person of the commission confirms it, a minute before it begins at the
     * latest.
     *
     * @throws ProblemException {@code invalid-request} if it begins too soon, is of another country, changes nothing, or has the
     *     version of another text
     */
    public Compared propose(
            Caller caller, UUID exchange, IdempotencyKey key, PolicyDocument document, Instant validFrom)
            throws LogNotWritableException {
        log.requireWritable();
        Approval proposed = once.commit(
                key,
                clock.instant(),
                (transaction, approvalId) -> {
                    PolicyTimeline timeline = records.apply(transaction).timeline();
                    PolicyProposal proposal = new PolicyProposal(
                            document,
                            validFrom,
                            timeline.at(validFrom).document().sha256());
                    PolicyChange.fault(timeline, proposal, clock.instant()).ifPresent(fault -> {
                        throw ProblemException.invalid(fault.pointer(), fault.code());
                    });
                    return approvals.propose(
                            transaction, approvalId, caller, exchange, PolicyChange.KIND, proposal.subject());
                },
                approvals::read);
        return compared(timeline(), proposed);
    }

    /**
     * Confirms or rejects.
     *
     * @throws ProblemException as {@link ApprovalDesk#decide}; {@code not-found} for an approval of something else
     */
    public Compared decide(Caller caller, UUID exchange, UUID approvalId, Verdict verdict)
            throws LogNotWritableException {
        log.requireWritable();
        Approval.Decided decided = database.<Approval.Decided, RuntimeException>commit(transaction -> {
            if (!approvals.read(transaction, approvalId).proposal().kind().equals(PolicyChange.KIND)) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return approvals.decide(transaction, caller, exchange, approvalId, verdict);
        });
        return compared(timeline(), decided);
    }

    /** The newest first. */
    public List<Compared> proposals(Optional<ApprovalState> state, Optional<Cursor> after, int limit) {
        PolicyTimeline timeline = timeline();
        return approvals.list(PolicyChange.KIND, state, after, limit).stream()
                .map(approval -> compared(timeline, approval))
                .toList();
    }

    public PolicyTimeline timeline() {
        return database.commit(transaction -> records.apply(transaction).timeline());
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws ProblemException {@code not-found} for a document that was never put in force */
    public PolicyDocument document(Sha256 sha256) {
        return timeline().document(sha256).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static Compared compared(PolicyTimeline timeline, Approval approval) {
        PolicyProposal proposal = PolicyProposal.of(approval.proposal().subject());
        PolicyDocument replaces = timeline.document(proposal.replaces())
                .orElseThrow(() -> new IllegalStateException("a policy that was in force is gone"));
        return new Compared(approval, proposal, replaces, PolicyDifference.between(replaces, proposal.document()));
    }
}
