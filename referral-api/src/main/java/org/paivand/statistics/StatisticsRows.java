package org.paivand.statistics;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;

/** One row for each case opened and each referral completed: a quarter, an agency, a code. No id of anything, no day. */
public final class StatisticsRows {
    private StatisticsRows() {}

    public static void open(Transaction transaction, AgencyId agency, Instant now) throws SQLException {
        insert(transaction, "registration", agency, now, "opened");
    }

    /** @param outcome the code by which the provider closed the referral */
    public static void close(Transaction transaction, AgencyId agency, Instant now, String outcome)
            throws SQLException {
        insert(transaction, "closure", agency, now, outcome);
    }

    /**
     * Somebody was helped: the first referral of the case was completed. Which case was counted is remembered apart, without a
     * row, a quarter or an agency, and goes with the case.
     */
    public static void assisted(Transaction transaction, UUID caseId, AgencyId agency, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                transaction.connection().prepareStatement("INSERT IGNORE INTO assisted_case (case_id) VALUES (?)")) {
            insert.setString(1, caseId.toString());
            if (insert.executeUpdate() == 1) {
                insert(transaction, "assisted", agency, now, "assisted");
            }
        }
    }

    /** A status body decided about somebody for the first time. What it decided isn't said: one row in a quarter would tell it. */
    public static void decided(Transaction transaction, AgencyId agency, Instant now) throws SQLException {
        insert(transaction, "status", agency, now, "decided");
    }

    /**
     * One of the things that are counted of a contact. Each is a row of its own, so that they can't be put together again.
     *
     * @param what {@code channel}, {@code by}, {@code concern} or {@code result}
     */
    public static void contact(Transaction transaction, AgencyId agency, Instant now, String what, Coded code)
            throws SQLException {
        insert(transaction, "contact-" + what, agency, now, code.code());
    }

    /**
     * What came of something that was sent by the form for everybody, where no case came of it.
     *
     * @param code why it was discarded; {@code expired} if nobody settled it while it was kept
     */
    public static void submission(Transaction transaction, AgencyId agency, Instant now, String code)
            throws SQLException {
        insert(transaction, "submission", agency, now, code);
    }

    private static void insert(Transaction transaction, String kind, AgencyId agency, Instant now, String code)
            throws SQLException {
        String quarter = Quarter.of(now).toString();
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(
                        "INSERT INTO statistics_row (id, kind, quarter, agency, code) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, kind);
            insert.setString(3, quarter);
            insert.setString(4, agency.value());
            insert.setString(5, code);
            insert.executeUpdate();
        }
    }
}
