package org.paivand.referral.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;
import org.paivand.referral.Alternates;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Listing;
import org.paivand.referral.Listing.Place;
import org.paivand.referral.Party;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals;
import org.paivand.referral.WishedEnds;

/** Referrals by EclipseLink. */
public final class JpaReferrals implements Referrals {
    private static final int MOST_ONWARD = 100;

    private final EntityManager entities;
    private final ReferralChanges changes;
    private final AlternateRows alternates;

    public JpaReferrals(Transaction transaction) {
        this.entities = transaction.entities();
        this.changes = new ReferralChanges(transaction);
        this.alternates = new AlternateRows(transaction);
    }

    @Override
    public void add(Referral offered) throws SQLException {
        ReferralRow row = ReferralRows.row(offered);
        entities.persist(row);
        entities.flush();
        changes.add(
                row,
                new Said(offered.request().from(), List.of(), Optional.empty()),
                Optional.of(offered.shownTo(Party.SENDER)));
    }

    @Override
    public Optional<Stored> find(ReferralId id, Instant now) {
        return find(id, now, LockModeType.NONE);
    }

    @Override
    public Optional<Stored> lock(ReferralId id, Instant now) {
        entities.flush();
        // What was read before the lock may be older than the lock.
        entities.clear();
        return find(id, now, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Stored> find(ReferralId id, Instant now, LockModeType lock) {
        return Optional.ofNullable(entities.find(ReferralRow.class, id.toString(), lock))
                .map(row -> ReferralRows.stored(row, now));
    }

    @Override
    public void replace(Stored before, Referral after, Said said, Instant now) throws SQLException {
        ReferralRow row = entities.find(
                ReferralRow.class, before.referral().request().id().toString());
        ReferralRows.state(row, after, now);
        Optional<String> shown = Optional.of(after.shownTo(Party.SENDER))
                .filter(state -> !state.equals(before.referral().shownTo(Party.SENDER)));
        if (shown.isPresent()) {
            ReferralRows.shown(row, now);
        }
        changes.add(row, said, shown);
    }

    @Override
    public List<Change> history(ReferralId id, Party party, Optional<Cursor> after, int limit) throws SQLException {
        return changes.of(id, party, after, limit);
    }

    @Override
    public void assign(ReferralId id, WorkerId worker, Instant now) {
        entities.createNativeQuery(
                        "INSERT IGNORE INTO referral_worker (referral_id, worker, assigned_at) VALUES (?1, ?2, ?3)")
                .setParameter(1, id.toString())
                .setParameter(2, worker.value())
                .setParameter(3, Times.column(now))
                .executeUpdate();
    }

    @Override
    public Optional<CaseId> referredAs(AgencyId to, UUID caseReference) {
        return entities.createQuery(
                        "SELECT r.caseId FROM Referral r WHERE r.caseReference = :reference AND r.toAgency = :to",
                        String.class)
                .setParameter("reference", caseReference.toString())
                .setParameter("to", to.value())
                .getResultStream()
                .findFirst()
                .map(id -> new CaseId(UUID.fromString(id)));
    }

    @Override
    public boolean open(CaseId caseId, Instant now) {
        return !entities.createNativeQuery(
                        "SELECT id FROM referral WHERE case_id = ?1" + " AND (helping OR waiting AND respond_by > ?2)")
                .setParameter(1, caseId.toString())
                .setParameter(2, Times.column(now))
                .getResultList()
                .isEmpty();
    }

    @Override
    public List<Stored> helping(CaseId caseId, Instant now) {
        return entities.createQuery(
                        "SELECT r FROM Referral r WHERE r.caseId = :caseId ORDER BY r.offeredAt, r.id",
                        ReferralRow.class)
                .setParameter("caseId", caseId.toString())
                .getResultStream()
                .map(row -> ReferralRows.stored(row, now))
                .filter(stored -> stored.referral() instanceof Referral.Helping)
                .toList();
    }

    @Override
    public Optional<Instant> endAskedAt(ReferralId id) throws SQLException {
        return changes.of(id, Party.PROVIDER, Optional.empty(), 1).stream()
                .filter(change -> change.codes().equals(List.of(WishedEnds.CODE)))
                .map(Change::at)
                .findFirst();
    }

    @Override
    public void follow(CaseId caseId, AgencyId from, AgencyId to) {
        entities.flush();
        entities.createNativeQuery("DELETE a FROM referral_alternates a JOIN referral r ON r.id = a.referral_id"
                        + " WHERE r.case_id = ?1")
                .setParameter(1, caseId.toString())
                .executeUpdate();
        entities.createNativeQuery(
                        "UPDATE referral SET from_agency = ?1, through_agency = NULLIF(through_agency, ?1), version = version + 1, shown_version = shown_version + 1"
                                + " WHERE case_id = ?2 AND from_agency = ?3 AND to_agency <> ?1 AND (helping OR waiting)")
                .setParameter(1, to.value())
                .setParameter(2, caseId.toString())
                .setParameter(3, from.value())
                .executeUpdate();
    }

    @Override
    public Optional<ReferralId> followedBy(ReferralId id) {
        return entities.createQuery("SELECT r.id FROM Referral r WHERE r.follows = :id", String.class)
                .setParameter("id", id.toString())
                .getResultStream()
                .findFirst()
                .map(next -> new ReferralId(UUID.fromString(next)));
    }

    @Override
    public List<Stored> together(UUID groupOffer, Instant now) {
        return entities.createQuery(
                        "SELECT r FROM Referral r WHERE r.groupOffer = :offer ORDER BY r.id", ReferralRow.class)
                .setParameter("offer", groupOffer.toString())
                .getResultStream()
                .map(row -> ReferralRows.stored(row, now))
                .toList();
    }

    @Override
    public void stand(ReferralId id, Alternates named) throws SQLException {
        alternates.add(id, named);
    }

    @Override
    public void standDown(ReferralId id) throws SQLException {
        alternates.remove(id);
    }

    @Override
    public Optional<Alternates> alternates(ReferralId id) throws SQLException {
        return alternates.of(id);
    }

    @Override
    public List<ReferralId> forAlternates(Set<DeclineCode> declines, Instant now, int limit) throws SQLException {
        return alternates.due(declines, now, limit);
    }

    @Override
    public Set<WorkerId> workers(ReferralId id) {
        Set<WorkerId> workers = new HashSet<>();
        for (Object worker : entities.createNativeQuery("SELECT worker FROM referral_worker WHERE referral_id = ?1")
                .setParameter(1, id.toString())
                .getResultList()) {
            workers.add(new WorkerId(worker.toString()));
        }
        return workers;
    }

    @Override
    public List<ReferralId> onwardFrom(ReferralId id) {
        return entities.createQuery(
                        "SELECT r.id FROM Referral r WHERE r.onwardFrom = :id ORDER BY r.offeredAt, r.id", String.class)
                .setParameter("id", id.toString())
                .setMaxResults(MOST_ONWARD)
                .getResultStream()
                .map(child -> new ReferralId(UUID.fromString(child)))
                .toList();
    }

    @Override
    public boolean wasAccepted(ReferralId id) {
        return !entities.createNativeQuery(
                        "SELECT 1 FROM referral_change WHERE referral_id = ?1 AND state = 'accepted' LIMIT 1")
                .setParameter(1, id.toString())
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean released(ReferralId id) {
        return !entities.createNativeQuery(
                        "SELECT 1 FROM disclosed WHERE referral_id = ?1 AND beyond_stage_one LIMIT 1")
                .setParameter(1, id.toString())
                .getResultList()
                .isEmpty();
    }

    @Override
    public List<Stored> list(AgencyId agency, Listing listing, Optional<Place> after, int limit, Instant now) {
        return rows(new ListQuery(agency, listing, after, limit, now), now);
    }

    @Override
    public List<Stored> hosted(
            AgencyId host, Set<AgencyId> hosted, Listing listing, Optional<Place> after, int limit, Instant now) {
        return hosted.isEmpty()
                ? List.of()
                : rows(new ListQuery(host, List.copyOf(hosted), listing, after, limit, now), now);
    }

    private List<Stored> rows(ListQuery query, Instant now) {
        return query.rows(entities).stream()
                .map(row -> ReferralRows.stored(row, now))
                .toList();
    }
}
