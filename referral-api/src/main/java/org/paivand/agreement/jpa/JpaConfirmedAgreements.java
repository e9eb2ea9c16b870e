package org.paivand.agreement.jpa;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.paivand.agreement.ConfirmedAgreements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.json.AgreementJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.policy.Agreement;

/** Confirmed agreements by EclipseLink. */
public final class JpaConfirmedAgreements implements ConfirmedAgreements {
    private final EntityManager entities;

    public JpaConfirmedAgreements(Transaction transaction) {
        this.entities = transaction.entities();
    }

    @Override
    public List<Agreement> newest() {
        return entities.createQuery(
                        "SELECT a FROM Agreement a WHERE a.version ="
                                + " (SELECT MAX(b.version) FROM Agreement b WHERE b.id = a.id)",
                        AgreementRow.class)
                .getResultStream()
                .map(row -> parse(row.body))
                .toList();
    }

    @Override
    public List<Agreement> newest(Instant asOf) {
        return entities.createQuery(
                        "SELECT a FROM Agreement a WHERE a.version ="
                                + " (SELECT MAX(b.version) FROM Agreement b WHERE b.id = a.id AND b.at <= :asOf)",
                        AgreementRow.class)
                .setParameter("asOf", Times.column(asOf))
                .getResultStream()
                .map(row -> parse(row.body))
                .toList();
    }

    @Override
    public void lock() {
        entities.flush();
        // A row of its own: at READ COMMITTED no lock on the table's rows would hold back an insert.
        boolean held = !entities.createNativeQuery("SELECT name FROM change_lock WHERE name = 'agreement' FOR UPDATE")
                .getResultList()
                .isEmpty();
        if (!held) {
            throw new IllegalStateException("the schema lacks the lock of agreements");
        }
        entities.clear();
    }

    @Override
    public void add(Agreement agreement, Instant at) {
        AgreementRow row = new AgreementRow();
        row.id = agreement.id();
        row.version = agreement.version();
        row.body = new String(AgreementJson.write(agreement), StandardCharsets.UTF_8);
        row.at = Times.column(at);
        entities.persist(row);
    }

    private static Agreement parse(String body) {
        try {
            return AgreementJson.parse(body.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidDocumentException altered) {
            throw new IllegalStateException("a confirmed agreement is not as it was written", altered);
        }
    }
}
