package org.paivand.approval.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Approvals;
import org.paivand.approval.Proposal;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Times;
import org.paivand.database.Transaction;

/** Approvals by EclipseLink. */
public final class JpaApprovals implements Approvals {
    private final EntityManager entities;

    public JpaApprovals(Transaction transaction) {
        this.entities = transaction.entities();
    }

    @Override
    public void add(Approval.Pending proposed) {
        Proposal proposal = proposed.proposal();
        ApprovalRow row = new ApprovalRow();
        row.id = proposal.id().toString();
        row.kind = proposal.kind();
        row.subject = proposal.subject();
        row.state = proposed.state().code();
        row.proposedBy = proposal.proposedBy();
        row.proposedAt = Times.column(proposal.proposedAt());
        entities.persist(row);
    }

    @Override
    public Optional<Approval> find(UUID id) {
        return Optional.ofNullable(entities.find(ApprovalRow.class, id.toString()))
                .map(JpaApprovals::approval);
    }

    @Override
    public Optional<Approval> lock(UUID id) {
        entities.flush();
        entities.createNativeQuery("SELECT id FROM approval WHERE id = ?1 FOR UPDATE")
                .setParameter(1, id.toString())
                .getResultList();
        // What was read before the lock may be older than the lock.
        entities.clear();
        return find(id);
    }

    @Override
    public void replace(Approval.Decided decided) {
        String id = decided.proposal().id().toString();
        ApprovalRow row = Optional.ofNullable(entities.find(ApprovalRow.class, id))
                .orElseThrow(() -> new IllegalStateException("no such approval"));
        row.state = decided.state().code();
        row.decidedBy = decided.decidedBy();
        row.decidedAt = Times.column(decided.decidedAt());
    }

    @Override
    public Optional<Approval> waiting(String kind, String subject) {
        return entities.createQuery(
                        "SELECT a FROM Approval a WHERE a.state = :state AND a.kind = :kind AND a.subject = :subject",
                        ApprovalRow.class)
                .setParameter("state", ApprovalState.PENDING.code())
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultStream()
                .map(JpaApprovals::approval)
                .findFirst();
    }

    @Override
    public List<Approval> list(Set<String> kinds, Optional<ApprovalState> state, Optional<Cursor> after, int limit) {
        String inState = state.isPresent() ? " AND a.state = :state" : "";
        String page = after.isPresent() ? " AND (a.proposedAt < :time OR (a.proposedAt = :time AND a.id < :id))" : "";
        TypedQuery<ApprovalRow> query = entities.createQuery(
                "SELECT a FROM Approval a WHERE a.kind IN :kinds" + inState + page
                        + " ORDER BY a.proposedAt DESC, a.id DESC",
                ApprovalRow.class);
        query.setParameter("kinds", kinds);
        state.ifPresent(one -> query.setParameter("state", one.code()));
        after.ifPresent(cursor ->
                query.setParameter("time", Times.column(cursor.time())).setParameter("id", cursor.id()));
        return query.setMaxResults(limit).getResultList().stream()
                .map(JpaApprovals::approval)
                .toList();
    }

    private static Approval approval(ApprovalRow row) {
        Proposal proposal = new Proposal(
                UUID.fromString(row.id), row.kind, row.subject, row.proposedBy, Times.instant(row.proposedAt));
        ApprovalState state = ApprovalState.of(row.state);
        if (state == ApprovalState.PENDING) {
            return new Approval.Pending(proposal);
        }
        if (row.decidedBy == null || row.decidedAt == null) {
            throw new IllegalStateException("an approval was decided by nobody");
        }
        Instant decidedAt = Times.instant(row.decidedAt);
        return state == ApprovalState.CONFIRMED
                ? new Approval.Confirmed(proposal, row.decidedBy, decidedAt)
                : new Approval.Rejected(proposal, row.decidedBy, decidedAt);
    }
}
