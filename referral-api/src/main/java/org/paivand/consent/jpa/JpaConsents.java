package org.paivand.consent.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        for (ConsentEventRow row : entities.createQuery(
                        "SELECT e FROM ConsentEvent e WHERE e.caseId = :id ORDER BY e.id", ConsentEventRow.class)
                .setParameter("id", caseId.toString())
                .getResultList()) {
            events.add(open(row));
        }
        return events;
    }

    @Override
    public List<UUID> records(CaseId caseId) {
        return entities.createQuery(
                        "SELECT e.recordId FROM ConsentEvent e WHERE e.caseId = :id ORDER BY e.id", String.class)
                .setParameter("id", caseId.toString())
                .getResultStream()
                .map(UUID::fromString)
                .toList();
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
    }

    @Override
    public Instant notBeforeLast(CaseId caseId, Instant now) {
        LocalDateTime last = entities.createQuery(
                        "SELECT MAX(e.at) FROM ConsentEvent e WHERE e.caseId = :id", LocalDateTime.class)
                .setParameter("id", caseId.toString())
                .getSingleResult();
        return Optional.ofNullable(last)
                .map(Times::instant)
                .filter(now::isBefore)
                .orElse(now);
    }

    private ConsentEvent open(ConsentEventRow row) {
        try {
            return ConsentJson.parse(vault.open(EvidenceKind.CONSENT_EVENT, UUID.fromString(row.recordId), row.sealed));
        } catch (BrokenSealException | InvalidDocumentException broken) {
            throw new IllegalStateException("a consent event can't be read", broken);
        }
    }
}
