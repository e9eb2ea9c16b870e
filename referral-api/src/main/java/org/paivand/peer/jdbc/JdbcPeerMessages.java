package org.paivand.peer.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.paivand.audit.merkle.Hash;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.Place;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.ledger.Arrival;
import org.paivand.federation.ledger.Received;
import org.paivand.federation.receipt.SignedReceipt;
import org.paivand.peer.PeerMessages;
import org.paivand.registry.node.NodeId;

/** Rows of {@code peer_received}, {@code peer_conflict}, and {@code peer_stream} to lock by. */
public final class JdbcPeerMessages implements PeerMessages {
    private final Statements statements;

    public JdbcPeerMessages(Transaction transaction) {
        this.statements = new Statements(transaction);
    }

    @Override
    public Received lockAround(Envelope envelope) throws SQLException {
        String peer = envelope.iss().value();
        // Not INSERT IGNORE: that would hold an existing row together with others, and each would wait for the other.
        int unusedNewOrKnown = statements.change(
                "INSERT INTO paivand.peer_stream (peer) VALUES (?) ON DUPLICATE KEY UPDATE peer = peer", peer);
        Place place = envelope.place();
        List<Row> around = statements.select(
                "SELECT id, epoch, seq, prev, hash FROM paivand.peer_received"
                        + " WHERE peer = ? AND (id = ? OR epoch = ? AND seq BETWEEN ? AND ?)",
                Row::read,
                peer,
                envelope.id().toString(),
                place.epoch(),
                place.seq() - 1,
                place.seq() + 1);
        List<Row> last = statements.select(
                "SELECT id, epoch, seq, prev, hash FROM paivand.peer_received WHERE peer = ? AND epoch <= ?"
                        + " ORDER BY epoch DESC, seq DESC LIMIT 1",
                Row::read,
                peer,
                place.epoch());
        return new Around(around, last.stream().findFirst(), lastEpoch(peer));
    }

    private int lastEpoch(String peer) throws SQLException {
        return statements
                .select(
                        "SELECT COALESCE(MAX(epoch), 0) FROM paivand.peer_received WHERE peer = ?",
                        row -> row.getInt(1),
                        peer)
                .stream()
                .findFirst()
                .orElse(0);
    }

    @Override
    public Optional<String> receipt(NodeId peer, MessageId id) throws SQLException {
        return statements
                .select(
                        "SELECT receipt FROM paivand.peer_received WHERE peer = ? AND id = ?",
                        row -> row.getString(1),
                        peer.value(),
                        id.toString())
                .stream()
                .findFirst();
    }

    @Override
    public void add(SignedEnvelope signed, Optional<String> payload, SignedReceipt receipt, Instant now)
            throws SQLException {
        Envelope envelope = signed.envelope();
        int unusedOne = statements.change(
                "INSERT INTO paivand.peer_received (peer, id, epoch, seq, prev, hash, envelope, payload, receipt, taken_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                envelope.iss().value(),
                envelope.id().toString(),
                envelope.place().epoch(),
                envelope.place().seq(),
                envelope.place().prev().map(Hash::bytes).orElse(null),
                signed.hash().bytes(),
                signed.compact(),
                payload.orElse(null),
                receipt.compact(),
                Times.column(now));
    }

    @Override
    public boolean addConflict(SignedEnvelope signed, Arrival.Contradicts conflict, Instant now) throws SQLException {
        return statements.change(
                        "INSERT IGNORE INTO paivand.peer_conflict (peer, hash, known, reason, envelope, came_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        signed.envelope().iss().value(),
                        signed.hash().bytes(),
                        conflict.known().map(Hash::bytes).orElse(null),
                        conflict.conflict().code(),
                        signed.compact(),
                        Times.column(now))
                > 0;
    }

    private record Row(MessageId id, int epoch, long seq, Optional<Hash> prev, Hash hash) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    new MessageId(UUID.fromString(row.getString(1))),
                    row.getInt(2),
                    row.getLong(3),
                    Optional.ofNullable(row.getBytes(4)).map(Hash::of),
                    Hash.of(row.getBytes(5)));
        }

        boolean isAt(int otherEpoch, long otherSeq) {
            return epoch == otherEpoch && seq == otherSeq;
        }
    }

    /**
     * What one envelope is compared with.
     *
     * @param last of all up to its epoch
     */
    private record Around(List<Row> rows, Optional<Row> last, int lastEpoch) implements Received {
        @Override
        public Optional<Hash> by(MessageId id) {
            return find(row -> row.id().equals(id)).map(Row::hash);
        }

        @Override
        public Optional<Hash> at(int epoch, long seq) {
            return find(row -> row.isAt(epoch, seq)).map(Row::hash);
        }

        @Override
        public Optional<Hash> prevOf(int epoch, long seq) {
            return find(row -> row.isAt(epoch, seq)).flatMap(Row::prev);
        }

        @Override
        public long lastSeq(int epoch) {
            return last.filter(row -> row.epoch() == epoch).map(Row::seq).orElse(0L);
        }

        private Optional<Row> find(Predicate<Row> matching) {
            return rows.stream().filter(matching).findFirst();
        }
    }
}
