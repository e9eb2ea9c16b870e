package org.paivand.outofband.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.outofband.OutOfBandRecords;

/** Rows of {@code paivand.out_of_band}. */
public final class JdbcOutOfBandRecords implements OutOfBandRecords {
    private static final String SELECT = "SELECT r.event_id, r.case_id, r.recorded_at, later.event_id"
            + " FROM paivand.out_of_band r LEFT JOIN paivand.out_of_band later ON later.corrects = r.event_id WHERE ";

    private final Statements statements;

    public JdbcOutOfBandRecords(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public void add(UUID eventId, CaseId caseId, Instant recordedAt, Optional<UUID> corrects) throws SQLException {
        int unusedOne = statements.change(
                "INSERT INTO paivand.out_of_band (event_id, case_id, recorded_at, corrects) VALUES (?, ?, ?, NULLIF(?, ''))",
                eventId.toString(),
                caseId.toString(),
                Times.column(recordedAt),
                corrects.map(UUID::toString).orElse(""));
    }

    @Override
    public Optional<Kept> find(UUID eventId) throws SQLException {
        return statements.select(SELECT + "r.event_id = ?", JdbcOutOfBandRecords::kept, eventId.toString()).stream()
                .findFirst();
    }

    @Override
    public List<Kept> of(CaseId caseId, Optional<Cursor> after, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(caseId.toString()));
        StringBuilder where = new StringBuilder("r.case_id = ?");
        after.ifPresent(cursor -> {
            where.append(" AND (r.recorded_at < ? OR r.recorded_at = ? AND r.event_id < ?)");
            values.addAll(List.of(Times.column(cursor.time()), Times.column(cursor.time()), cursor.id()));
        });
        values.add(limit);
        return statements.select(
                SELECT + where + " ORDER BY r.recorded_at DESC, r.event_id DESC LIMIT ?",
                JdbcOutOfBandRecords::kept,
                values.toArray());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                UUID.fromString(row.getString(1)),
                new CaseId(UUID.fromString(row.getString(2))),
                Times.instant(row.getObject(3, LocalDateTime.class)),
                Optional.ofNullable(row.getString(4)).map(UUID::fromString));
    }
}
