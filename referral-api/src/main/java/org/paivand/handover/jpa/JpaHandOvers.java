package org.paivand.handover.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.handover.HandOver;
import org.paivand.handover.HandOver.State;
import org.paivand.handover.HandOvers;
import org.paivand.handover.Proposal;

/** Hand-overs in MariaDB. */
public final class JpaHandOvers implements HandOvers {
    private final EntityManager entities;

    public JpaHandOvers(Transaction transaction) {
        this.entities = transaction.entities();
    }

    @Override
    public void add(HandOver proposed) {
        Proposal proposal = proposed.proposal();
        HandOverRow row = new HandOverRow();
        row.id = proposal.id().toString();
        row.caseId = proposal.caseId().toString();
        row.fromAgency = proposal.from().value();
        row.toAgency = proposal.to().value();
        row.purpose = proposal.purpose().code();
        row.consentId = proposal.consentId().toString();
        row.state = proposed.state().code();
        row.proposedAt = Times.column(proposal.proposedAt());
        row.answerBy = Times.column(proposal.answerBy());
        entities.persist(row);
    }

    @Override
    public Optional<HandOver> find(UUID id, Instant now) {
        return Optional.ofNullable(entities.find(HandOverRow.class, id.toString()))
                .map(row -> handOver(row, now));
    }

    @Override
    public void replace(HandOver decided) {
        HandOverRow row =
                entities.find(HandOverRow.class, decided.proposal().id().toString());
        row.state = decided.state().code();
        row.decidedAt = Times.column(decided.decidedAt().orElseThrow());
    }

    @Override
    public boolean open(CaseId caseId, Instant now) {
        return entities.createQuery(
                                "SELECT COUNT(h) FROM HandOver h WHERE h.caseId = :id AND h.state = 'proposed'"
                                        + " AND h.answerBy > :now",
                                Long.class)
                        .setParameter("id", caseId.toString())
                        .setParameter("now", Times.column(now))
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<HandOver> of(AgencyId agency, Side side, Optional<Cursor> after, int limit, Instant now) {
        String party = side == Side.FROM ? "h.fromAgency" : "h.toAgency";
        String page = after.isPresent() ? " AND (h.proposedAt < :time OR (h.proposedAt = :time AND h.id < :id))" : "";
        TypedQuery<HandOverRow> query = entities.createQuery(
                "SELECT h FROM HandOver h WHERE " + party + " = :agency" + page
                        + " ORDER BY h.proposedAt DESC, h.id DESC",
                HandOverRow.class);
        query.setParameter("agency", agency.value());
        after.ifPresent(cursor ->
                query.setParameter("time", Times.column(cursor.time())).setParameter("id", cursor.id()));
        return query.setMaxResults(limit).getResultList().stream()
                .map(row -> handOver(row, now))
                .toList();
    }

    private static HandOver handOver(HandOverRow row, Instant now) {
        Proposal proposal = new Proposal(
                UUID.fromString(row.id),
                new CaseId(UUID.fromString(row.caseId)),
                new AgencyId(row.fromAgency),
                new AgencyId(row.toAgency),
                Purpose.of(row.purpose),
                UUID.fromString(row.consentId),
                Times.instant(row.proposedAt),
                Times.instant(row.answerBy));
        State state = State.of(row.state);
        boolean expired = state == State.PROPOSED && !now.isBefore(proposal.answerBy());
        return new HandOver(
                proposal,
                expired ? State.EXPIRED : state,
                Optional.ofNullable(row.decidedAt).map(Times::instant));
    }
}
