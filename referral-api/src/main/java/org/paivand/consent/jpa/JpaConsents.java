package org.paivand.consent.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.key.EvidenceKind;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.consent.Consents;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.json.ConsentJson;
import org.paivand.disclosure.json.InvalidDocumentException;

/** Consent events by EclipseLink; a row that was moved, altered or cut does not open, and then nothing is decided. */
public final class JpaConsents implements Consents {
    private final EntityManager entities;
    private final EvidenceVault vault;
    /** What {@link #notBeforeLast} read under the lock; it stays so until something is appended. */
    private final Map<CaseId, List<ConsentEventRow>> underLock = new HashMap<>();

    public JpaConsents(Transaction transaction, EvidenceVault vault) {
        this.entities = transaction.entities();
        this.vault = vault;
    }

    @Override
    public ConsentHistory history(CaseId caseId, UUID caseAlias) {
        return new ConsentHistory(caseAlias, events(caseId));
    }

    @Override
    public ConsentHistory history(CaseId caseId) {
        List<ConsentEvent> events = events(caseId);
        return events.stream()
                .filter(ConsentEvent.Given.class::isInstance)
                .map(given -> ((ConsentEvent.Given) given).consent().caseRef())
                .findFirst()
                .map(caseRef -> new ConsentHistory(caseRef, events))
                .orElseGet(() -> ConsentHistory.empty(caseId.value()));
    }

    private List<ConsentEvent> events(CaseId caseId) {
        List<ConsentEvent> events = new ArrayList<>();
        for (ConsentEventRow row : rows(caseId)) {
            events.add(open(row));
        }
        return events;
    }

    @Override
    public List<UUID> records(CaseId caseId) {
        return rows(caseId).stream().map(row -> UUID.fromString(row.recordId)).toList();
    }

    @Override
    public void append(CaseId caseId, ConsentEvent event) {
        UUID recordId = UUID.randomUUID();
        ConsentEventRow row = new ConsentEventRow();
        row.caseId = caseId.toString();
        row.recordId = recordId.toString();
        row.at = Times.column(event.at());
        row.sealed = vault.seal(EvidenceKind.CONSENT_EVENT, recordId, ConsentJson.write(event));
        entities.persist(row);
        List<ConsentEventRow> unusedOlder = underLock.remove(caseId);
    }

    @Override
    public Instant notBeforeLast(CaseId caseId, Instant now) {
        List<ConsentEventRow> rows = read(caseId);
        underLock.put(caseId, rows);
        return rows.stream()
                .map(row -> Times.instant(row.at))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private List<ConsentEventRow> rows(CaseId caseId) {
        List<ConsentEventRow> known = underLock.get(caseId);
        return known == null ? read(caseId) : known;
    }

    private List<ConsentEventRow> read(CaseId caseId) {
        return entities.createQuery(
                        "SELECT e FROM ConsentEvent e WHERE e.caseId = :id ORDER BY e.id", ConsentEventRow.class)
                .setParameter("id", caseId.toString())
                .getResultList();
    }

    private ConsentEvent open(ConsentEventRow row) {
        try {
            return ConsentJson.parse(vault.open(EvidenceKind.CONSENT_EVENT, UUID.fromString(row.recordId), row.sealed));
        } catch (BrokenSealException | InvalidDocumentException broken) {
            throw new IllegalStateException("a consent event can't be read", broken);
        }
    }
}
