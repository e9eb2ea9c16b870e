package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.jdbc.Certificates.Certificate;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.proof.LogProof;
import org.paivand.disclosure.event.Erasure;
import org.paivand.entry.FoundEntry;

/** Certificates over a range of one log as files of proof, each under the newest checkpoint that counts of the log it stands in. */
record CertificateProofs(List<LogProof> files, List<Erasure.OfOpenings> erased) {
    CertificateProofs {
        files = List.copyOf(files);
        erased = List.copyOf(erased);
    }

    /** One that no such checkpoint covers is left out: it proves nothing. */
    static CertificateProofs within(
            Certificates certificates, Connection connection, Acceptance acceptance, long from, long to)
            throws SQLException, LogUnavailableException {
        List<LogProof> files = new ArrayList<>();
        List<Erasure.OfOpenings> erased = new ArrayList<>();
        for (Certificate certificate : certificates.within(from, to)) {
            Optional<LogProof> file = file(certificate, connection, acceptance);
            if (file.isPresent()) {
                files.add(file.get());
                erased.add(certificate.erased());
            }
        }
        return new CertificateProofs(files, erased);
    }

    boolean cover(long index) {
        return erased.stream().anyMatch(openings -> openings.covers(index));
    }

    private static Optional<LogProof> file(Certificate certificate, Connection connection, Acceptance acceptance)
            throws SQLException, LogUnavailableException {
        if (certificate.at().isEmpty()) {
            return Optional.empty();
        }
        FoundEntry.At at = certificate.at().get();
        Optional<Checkpoints.Published> newest = new Checkpoints(connection, at.log(), acceptance).newest();
        if (newest.isEmpty() || newest.get().size() <= at.index()) {
            return Optional.empty();
        }
        LogProofs proofs = new LogProofs(new JdbcLogStore(connection, at.log()));
        try {
            return Optional.of(LogProof.of(
                    certificate.opening(),
                    at.index(),
                    proofs.inclusion(at.index(), newest.get().size()),
                    newest.get().signedNote()));
        } catch (MalformedException damaged) {
            throw new LogUnavailableException("a published checkpoint is damaged", damaged);
        }
    }

    /** Whether one will be proven that isn't yet. */
    static boolean waiting(Connection connection, String current, Acceptance acceptance) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT l.idx FROM paivand_log.shredded s"
                + " JOIN paivand_log.event e ON e.event_id = s.certificate"
                + " LEFT JOIN paivand_log.leaf l ON l.entry = e.entry LEFT JOIN paivand_log.log g ON g.id = l.log"
                + " WHERE l.idx IS NULL OR g.origin = ? ORDER BY l.idx IS NULL DESC, l.idx DESC LIMIT 1")) {
            select.setString(1, current);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                long index = rows.getLong(1);
                return rows.wasNull()
                        || new Checkpoints(connection, current, acceptance)
                                .newest()
                                .filter(newest -> newest.size() > index)
                                .isEmpty();
            }
        }
    }
}
