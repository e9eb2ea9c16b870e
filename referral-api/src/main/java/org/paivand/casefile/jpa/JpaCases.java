package org.paivand.casefile.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.Sealed;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.decision.GuardianFinding;
import org.paivand.registry.directory.Directory;

/** Cases by EclipseLink; the locks are plain statements, since what they lock and how is the point. */
public final class JpaCases implements Cases {
    private final EntityManager entities;
    private final JdbcCaseLinks links;
    private final JdbcJointLinks joint;
    private final Directory directory;

    /** @param directory says of which kind and country the agency was that made a finding */
    public JpaCases(Transaction transaction, Directory directory) {
        this.entities = transaction.entities();
        this.links = new JdbcCaseLinks(transaction);
        this.joint = new JdbcJointLinks(transaction);
        this.directory = directory;
    }

    @Override
    public void add(CaseFile opened) {
        CaseRow row = new CaseRow();
        row.id = opened.id().toString();
        row.controller = opened.controller().value();
        row.openedBy = opened.openedBy().value();
        row.openedAt = Times.column(opened.openedAt());
        row.sealedAlias = opened.sealedAlias().bytes();
        row.version = opened.version();
        entities.persist(row);
    }

    @Override
    public Optional<CaseFile> find(CaseId id) {
        return Optional.ofNullable(entities.find(CaseRow.class, id.toString()))
                .filter(row -> row.erasedAt == null)
                .map(this::caseFile);
    }

    @Override
    public List<CaseFile> controlledBy(AgencyId controller, Opened opened, Optional<Cursor> after, int limit) {
        String page = (opened.since().isPresent() ? " AND c.openedAt >= :since" : "")
                + (opened.before().isPresent() ? " AND c.openedAt < :before" : "")
                + (after.isPresent() ? " AND c.openedAt <= :time AND (c.openedAt < :time OR c.id < :id)" : "");
        TypedQuery<CaseRow> query = entities.createQuery(
                "SELECT c FROM Case c WHERE c.controller = :controller AND c.erasedAt IS NULL" + page
                        + " ORDER BY c.openedAt DESC, c.id DESC",
                CaseRow.class);
        query.setParameter("controller", controller.value());
        opened.since().ifPresent(instant -> query.setParameter("since", Times.column(instant)));
        opened.before().ifPresent(instant -> query.setParameter("before", Times.column(instant)));
        after.ifPresent(cursor ->
                query.setParameter("time", Times.column(cursor.time())).setParameter("id", cursor.id()));
        return query.setMaxResults(limit).getResultList().stream()
                .map(this::caseFile)
                .toList();
    }

    @Override
    public void lockToDisclose(CaseId id) {
        lock("SELECT id FROM case_file WHERE id = ?1 LOCK IN SHARE MODE", id);
    }

    @Override
    public void lockToChange(CaseId id) {
        lock("SELECT id FROM case_file WHERE id = ?1 FOR UPDATE", id);
    }

    private void lock(String sql, CaseId id) {
        entities.flush();
        entities.createNativeQuery(sql).setParameter(1, id.toString()).getResultList();
        // What was read before the lock may be older than the lock.
        entities.clear();
    }

    @Override
    public Optional<byte[]> sealed(CaseId id, Category category) {
        return Optional.ofNullable(entities.find(SectionRow.class, new SectionRow.Key(id.toString(), category.code())))
                .map(row -> row.sealed.clone());
    }

    @Override
    public void put(CaseId id, CaseFile.SectionHeader header, byte[] sealed) {
        SectionRow row = new SectionRow();
        row.caseId = id.toString();
        row.category = header.category().code();
        row.version = header.version();
        row.contributedBy = header.contributedBy().value();
        row.updatedAt = Times.column(header.updatedAt());
        row.sealed = sealed.clone();
        entities.merge(row);
        row(id).version++;
    }

    @Override
    public void record(CaseId id, GuardianFinding finding) {
        CaseRow row = row(id);
        row.guardianFinding = finding.finding().code();
        row.findingBy = finding.by().agency().value();
        row.findingAt = Times.column(finding.at());
        row.version++;
    }

    @Override
    public void handOver(CaseId id, AgencyId controller) {
        CaseRow row = row(id);
        row.controller = controller.value();
        row.version++;
        unlink(id);
    }

    @Override
    public void erase(CaseId id, Instant now) {
        CaseRow row = row(id);
        row.erasedAt = Times.column(now);
        row.sealedAlias = new byte[0];
        row.guardianFinding = null;
        row.findingBy = null;
        row.findingAt = null;
        row.version++;
        entities.flush();
        update("DELETE FROM section WHERE case_id = ?1", id);
        update("DELETE f FROM referral_feedback f JOIN referral r ON r.id = f.referral_id WHERE r.case_id = ?1", id);
        update("DELETE FROM out_of_band WHERE case_id = ?1", id);
        update("DELETE m FROM referral_message m JOIN referral r ON r.id = m.referral_id WHERE r.case_id = ?1", id);
        update("DELETE FROM case_plan WHERE case_id = ?1", id);
        update("DELETE FROM case_reminder WHERE case_id = ?1", id);
        update("DELETE FROM status_decision WHERE case_id = ?1", id);
        update("DELETE FROM assisted_case WHERE case_id = ?1", id);
        unlink(id);
        update("UPDATE referral SET group_offer = NULL, group_constraint = NULL WHERE case_id = ?1", id);
        update("DELETE FROM person_code WHERE case_id = ?1", id);
        update("DELETE FROM person_withdrawal WHERE case_id = ?1", id);
        update("INSERT INTO key_to_destroy (case_id) VALUES (?1)", id);
    }

    @Override
    public List<CaseId> keysToDestroy() {
        List<?> ids = entities.createNativeQuery("SELECT case_id FROM key_to_destroy ORDER BY case_id")
                .getResultList();
        return ids.stream()
                .map(id -> new CaseId(UUID.fromString(id.toString())))
                .toList();
    }

    @Override
    public void keyDestroyed(CaseId id) {
        update("DELETE FROM key_to_destroy WHERE case_id = ?1", id);
    }

    private void unlink(CaseId id) {
        links.of(id).forEach(group -> links.leave(id, group.id()));
        joint.endAll(id);
    }

    private void update(String sql, CaseId id) {
        entities.createNativeQuery(sql).setParameter(1, id.toString()).executeUpdate();
    }

    private CaseRow row(CaseId id) {
        return Optional.ofNullable(entities.find(CaseRow.class, id.toString()))
                .orElseThrow(() -> new IllegalStateException("no such case"));
    }

    private CaseFile caseFile(CaseRow row) {
        List<CaseFile.SectionHeader> sections = entities.createQuery(
                        "SELECT s FROM Section s WHERE s.caseId = :id", SectionRow.class)
                .setParameter("id", row.id)
                .getResultStream()
                .map(section -> new CaseFile.SectionHeader(
                        Category.of(section.category),
                        new AgencyId(section.contributedBy),
                        section.version,
                        Times.instant(section.updatedAt)))
                .sorted(java.util.Comparator.comparing(CaseFile.SectionHeader::category))
                .toList();
        return new CaseFile(
                new CaseId(UUID.fromString(row.id)),
                new AgencyId(row.controller),
                new AgencyId(row.openedBy),
                Times.instant(row.openedAt),
                new Sealed(row.sealedAlias),
                finding(row),
                sections,
                row.version);
    }

    private Optional<GuardianFinding> finding(CaseRow row) {
        if (row.guardianFinding == null || row.findingBy == null || row.findingAt == null) {
            return Optional.empty();
        }
        ConflictFinding finding = ConflictFinding.of(row.guardianFinding);
        var at = Times.instant(row.findingAt);
        return directory
                .agency(new AgencyId(row.findingBy))
                .map(agency -> new GuardianFinding(finding, agency.party(), at));
    }
}
