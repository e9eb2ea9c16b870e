package org.paivand.emergency.jdbc;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.key.EvidenceKind;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.emergency.Emergencies;
import org.paivand.emergency.Emergency;
import org.paivand.emergency.OpenReviewCount;
import org.paivand.emergency.Review;
import org.paivand.emergency.ReviewState;
import org.paivand.emergency.Words;

/** Rows of {@code paivand.emergency}; words are sealed with the evidence key. */
public final class JdbcEmergencies implements Emergencies {
    private final Transaction transaction;
    private final EvidenceVault vault;

    public JdbcEmergencies(Transaction transaction, EvidenceVault vault) {
        this.transaction = transaction;
        this.vault = vault;
    }

    @Override
    public void lock(AgencyId agency) {
        // One statement that takes the row alone whether it is there or not: reading first would let two readers
        // deadlock.
        update(
                "INSERT INTO paivand.emergency_agency (agency) VALUES (?) ON DUPLICATE KEY UPDATE agency = agency",
                agency.value());
    }

    @Override
    public void add(Emergency asked, Words words) {
        Optional<Emergency.Opened> how = asked.opened();
        update(
                "INSERT INTO paivand.emergency (id, case_id, agency, officer, recipient, worker, purpose, reason,"
                        + " sealed_words, minutes, asked_at, second_person, review_open, opened_at, not_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                asked.id().toString(),
                asked.caseId().toString(),
                asked.agency().value(),
                asked.officer(),
                asked.wanted().recipient().value(),
                asked.wanted().worker().value(),
                asked.wanted().purpose().code(),
                asked.wanted().reason().code(),
                vault.seal(
                        EvidenceKind.EMERGENCY_WORDS, asked.id(), words.text().getBytes(StandardCharsets.UTF_8)),
                asked.wanted().life().toMinutes(),
                Times.column(asked.askedAt()),
                how.flatMap(Emergency.Opened::secondPerson).orElse(null),
                how.map(Emergency.Opened::reviewOpen).orElse(null),
                how.map(opened -> Times.column(opened.at())).orElse(null),
                how.map(opened -> Times.column(opened.notAfter())).orElse(null));
    }

    @Override
    public Optional<Emergency> find(UUID id) {
        return query(EmergencyRows.SELECT + "WHERE id = ?", id.toString()).stream()
                .findFirst();
    }

    @Override
    public void open(UUID id, Emergency.Opened how) {
        update(
                "UPDATE paivand.emergency SET second_person = ?, review_open = ?, opened_at = ?, not_after = ? WHERE id = ?",
                how.secondPerson().orElse(null),
                how.reviewOpen(),
                Times.column(how.at()),
                Times.column(how.notAfter()),
                id.toString());
    }

    @Override
    public void released(UUID id, Instant reviewDue) {
        update(
                "UPDATE paivand.emergency SET review_due = ? WHERE id = ? AND review_due IS NULL",
                Times.column(reviewDue),
                id.toString());
    }

    @Override
    public void reviewed(UUID id, Review review) {
        update(
                "UPDATE paivand.emergency SET reviewed_by = ?, finding = ?, reviewed_at = ?,"
                        + " not_after = LEAST(not_after, ?) WHERE id = ?",
                review.by().value(),
                review.finding().code(),
                Times.column(review.at()),
                Times.column(review.at()),
                id.toString());
    }

    @Override
    public boolean awaitsReview(AgencyId agency) {
        return exists("agency = ?", agency.value());
    }

    @Override
    public boolean awaitsReview(CaseId caseId) {
        return exists("case_id = ?", caseId.toString());
    }

    private boolean exists(String which, String value) {
        return !query(
                        EmergencyRows.SELECT + "WHERE " + which
                                + " AND review_due IS NOT NULL AND reviewed_at IS NULL LIMIT 1",
                        value)
                .isEmpty();
    }

    @Override
    public OpenReviewCount openReviews(Instant now) {
        try (PreparedStatement select = prepared(
                        "SELECT COUNT(*), COALESCE(SUM(review_due <= ?), 0) FROM paivand.emergency"
                                + " WHERE review_due IS NOT NULL AND reviewed_at IS NULL",
                        Times.column(now));
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return new OpenReviewCount(rows.getLong(1), rows.getLong(2));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public Optional<Words> words(UUID id) {
        try (PreparedStatement select =
                        prepared("SELECT sealed_words FROM paivand.emergency WHERE id = ?", id.toString());
                ResultSet rows = select.executeQuery()) {
            byte[] sealed = rows.next() ? rows.getBytes(1) : null;
            return sealed == null ? Optional.empty() : Optional.of(opened(id, sealed));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private Words opened(UUID id, byte[] sealed) {
        try {
            return new Words(new String(vault.open(EvidenceKind.EMERGENCY_WORDS, id, sealed), StandardCharsets.UTF_8));
        } catch (BrokenSealException broken) {
            throw new IllegalStateException("words can't be read", broken);
        }
    }

    @Override
    public void forgetWords(CaseId caseId) {
        update("UPDATE paivand.emergency SET sealed_words = NULL WHERE case_id = ?", caseId.toString());
    }

    @Override
    public List<UUID> disclosures(UUID id) {
        try (PreparedStatement select = prepared(
                        "SELECT event_id FROM paivand.disclosed WHERE emergency_id = ? ORDER BY at, event_id",
                        id.toString());
                ResultSet rows = select.executeQuery()) {
            List<UUID> events = new ArrayList<>();
            while (rows.next()) {
                events.add(UUID.fromString(rows.getString(1)));
            }
            return events;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    @Override
    public List<Emergency> toReview(ReviewState state, Instant now, Optional<Cursor> after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder statement = new StringBuilder(EmergencyRows.SELECT).append("WHERE review_due IS NOT NULL");
        switch (state) {
            case DONE -> statement.append(" AND reviewed_at IS NOT NULL");
            case DUE -> {
                statement.append(" AND reviewed_at IS NULL AND review_due > ?");
                values.add(Times.column(now));
            }
            case OVERDUE -> {
                statement.append(" AND reviewed_at IS NULL AND review_due <= ?");
                values.add(Times.column(now));
            }
        }
        after.ifPresent(cursor -> {
            statement.append(" AND (review_due > ? OR review_due = ? AND id > ?)");
            values.addAll(List.of(Times.column(cursor.time()), Times.column(cursor.time()), cursor.id()));
        });
        values.add(limit);
        return query(statement.append(" ORDER BY review_due, id LIMIT ?").toString(), values.toArray());
    }

    private List<Emergency> query(String statement, Object... values) {
        try (PreparedStatement select = prepared(statement, values)) {
            return EmergencyRows.read(select);
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private void update(String statement, @Nullable Object... values) {
        try (PreparedStatement update = prepared(statement, values)) {
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private PreparedStatement prepared(String statement, @Nullable Object... values) throws SQLException {
        PreparedStatement prepared = transaction.connection().prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
