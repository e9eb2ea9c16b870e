package org.paivand.audit.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.bundle.BundleWriter;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.proof.LogProof;
import org.paivand.database.Database;
import org.paivand.entry.Vault;

/** Writes what was planned: bundles, and single proofs. Not inside a transaction. */
public final class EvidenceBundles {
    private final Database database;
    private final Vault vault;

    public EvidenceBundles(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The first entry of a plan as a file of its own. */
    public LogProof proof(EvidencePlan plan) throws LogUnavailableException {
        return database.<LogProof, LogUnavailableException>commit(tx -> {
            Connection connection = tx.connection();
            Opening opening = new EvidenceRows(connection, vault, plan.log())
                    .at(plan.from())
                    .orElseThrow(() -> new LogUnavailableException("it was shredded", new IllegalStateException()))
                    .opening();
            LogProofs proofs = new LogProofs(new JdbcLogStore(connection, plan.log()));
            return LogProof.of(opening, plan.from(), proofs.inclusion(plan.from(), plan.size()), plan.checkpoint());
        });
    }

    /** Writes the zip; holds one connection meanwhile, so give it a file and not somebody's slow network. */
    public void write(EvidencePlan plan, OutputStream out) throws IOException, LogUnavailableException {
        Optional<LogUnavailableException> failure =
                database.<Optional<LogUnavailableException>, IOException>commit(tx -> {
                    try {
                        write(tx.connection(), plan, out);
                        return Optional.empty();
                    } catch (LogUnavailableException unavailable) {
                        return Optional.of(unavailable);
                    }
                });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void write(Connection connection, EvidencePlan plan, OutputStream out)
            throws IOException, SQLException, LogUnavailableException {
        BundleWriter writer = new BundleWriter(new JdbcLogStore(connection, plan.log()));
        Preface plain = Preface.of(plan.checkpoint(), policies(connection));
        Preface preface = plan.since().isPresent() ? plain.since(plan.since().getAsLong()) : plain;
        EvidenceRows rows = new EvidenceRows(connection, vault, plan.log());
        if (plan.selected().isPresent()) {
            writer.selection(out, preface, rows.selecting(plan.selected().get()));
        } else {
            writer.period(out, preface, plan.from(), plan.to(), rows);
        }
    }

    /** All there are: a few a year. */
    private static List<byte[]> policies(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT body FROM paivand_log.policy ORDER BY at")) {
            List<byte[]> policies = new ArrayList<>();
            while (rows.next()) {
                policies.add(rows.getString(1).getBytes(StandardCharsets.UTF_8));
            }
            return policies;
        }
    }
}
