package org.paivand.policy.jdbc;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.policy.PolicyRecords;
import org.paivand.policy.PolicyTimeline;
import org.paivand.policy.RecordedPolicy;
import org.paivand.policy.RecordedPolicy.People;

/** Policies by statements, in the schema where nothing is changed or deleted. */
public final class JdbcPolicyRecords implements PolicyRecords {
    private final Transaction transaction;

    public JdbcPolicyRecords(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public PolicyTimeline timeline() {
        List<RecordedPolicy> policies = new ArrayList<>();
        try (Statement select = transaction.connection().createStatement();
                ResultSet rows =
                        select.executeQuery("SELECT v.number, p.body, v.valid_from, v.at, v.proposed_by, v.confirmed_by"
                                + " FROM paivand_log.policy_validity v JOIN paivand_log.policy p ON p.sha256 = v.sha256"
                                + " ORDER BY v.number")) {
            while (rows.next()) {
                policies.add(new RecordedPolicy(
                        rows.getInt(1),
                        parsed(rows.getString(2)),
                        Times.instant(rows.getObject(3, LocalDateTime.class)),
                        Times.instant(rows.getObject(4, LocalDateTime.class)),
                        people(Optional.ofNullable(rows.getString(5)), Optional.ofNullable(rows.getString(6)))));
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
        return new PolicyTimeline(policies);
    }

    private static Optional<People> people(Optional<String> proposedBy, Optional<String> confirmedBy) {
        return proposedBy.flatMap(proposer -> confirmedBy.map(confirmer -> new People(proposer, confirmer)));
    }

    private static PolicyDocument parsed(String body) {
        try {
            return PolicyDocument.parse(body.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidDocumentException altered) {
            throw new IllegalStateException("a policy is not as it was written", altered);
        }
    }

    @Override
    public void lock() {
        try (Statement select = transaction.connection().createStatement();
                ResultSet held = select.executeQuery("SELECT name FROM change_lock WHERE name = 'policy' FOR UPDATE")) {
            if (!held.next()) {
                throw new IllegalStateException("the schema lacks the lock of policies");
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    @Override
    public void add(RecordedPolicy policy) {
        byte[] sha256 = HexFormat.of().parseHex(policy.document().sha256().hex());
        try {
            keep(policy, sha256);
            put(policy, sha256);
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private void keep(RecordedPolicy policy, byte[] sha256) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT IGNORE INTO paivand_log.policy (sha256, body, at) VALUES (?, ?, ?)")) {
            insert.setBytes(1, sha256);
            insert.setString(2, new String(policy.document().bytes(), StandardCharsets.UTF_8));
            insert.setObject(3, Times.column(policy.recordedAt()));
            insert.executeUpdate();
        }
    }

    private void put(RecordedPolicy policy, byte[] sha256) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO paivand_log.policy_validity"
                        + " (number, sha256, valid_from, at, proposed_by, confirmed_by) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, policy.number());
            insert.setBytes(2, sha256);
            insert.setObject(3, Times.column(policy.validFrom()));
            insert.setObject(4, Times.column(policy.recordedAt()));
            text(insert, 5, policy.people().map(People::proposedBy));
            text(insert, 6, policy.people().map(People::confirmedBy));
            insert.executeUpdate();
        }
    }

    private static void text(PreparedStatement insert, int place, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            insert.setString(place, text.get());
        } else {
            insert.setNull(place, Types.VARCHAR);
        }
    }
}
