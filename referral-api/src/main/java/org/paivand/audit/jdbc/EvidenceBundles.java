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
    private final Acceptance acceptance;

    public EvidenceBundles(Database database, Vault vault, Acceptance acceptance) {
        this.database = database;
        this.vault = vault;
        this.acceptance = acceptance;
    }

    /** The plan without what can't be shown singly, since it was shredded; a period is as it was. */
    public EvidencePlan withoutShredded(EvidencePlan plan) {
        if (plan.selected().isEmpty()) {
            return plan;
        }
        return database.<EvidencePlan, RuntimeException>commit(tx -> {
            Certificates certificates = new Certificates(tx.connection(), vault, plan.log());
            List<Long> left = new ArrayList<>();
            for (long index : plan.selected().get()) {
                if (certificates.of(index).isEmpty()) {
                    left.add(index);
                }
            }
            return plan.selecting(left);
        });
    }

    /** The first entry of a plan as a file of its own. */
    public LogProof proof(EvidencePlan plan) throws LogUnavailableException {
        return database.<LogProof, LogUnavailableException>commit(tx -> {
            Connection connection = tx.connection();
            Certificates certificates = new Certificates(connection, vault, plan.log());
            Opening opening = rows(
                            connection, plan, index -> certificates.of(index).isPresent())
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
        Certificates certificates = new Certificates(connection, vault, plan.log());
        if (plan.selected().isPresent()) {
            EvidenceRows rows =
                    rows(connection, plan, index -> certificates.of(index).isPresent());
            writer.selection(out, preface, rows.selecting(plan.selected().get()));
        } else {
            CertificateProofs proofs =
                    CertificateProofs.within(certificates, connection, acceptance, plan.from(), plan.to());
            Preface explained = preface.certificates(proofs.files());
            writer.period(out, explained, plan.from(), plan.to(), rows(connection, plan, proofs::cover));
        }
    }

    private EvidenceRows rows(Connection connection, EvidencePlan plan, EvidenceRows.Shredding shredding) {
        return new EvidenceRows(connection, vault, plan.log(), shredding);
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
