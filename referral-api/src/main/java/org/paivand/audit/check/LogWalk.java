package org.paivand.audit.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.check.Finding.What;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.jdbc.Checkpoints;
import org.paivand.audit.jdbc.EntryRows;
import org.paivand.audit.jdbc.JdbcLogStore;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.TileRoot;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.GrowingTree;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.InvalidSignatureException;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;
import org.paivand.audit.tile.TilePath;
import org.paivand.entry.Vault;

/** Recomputes one log from its entries, a page in one transaction: in bounded memory, however long the log is. */
final class LogWalk {
    static final int PAGE = 2_048;

    private final Logs.Known log;
    private final Vault vault;
    private final GrowingTree tree;
    private long signed;

    /** From there on; what lies before is taken as it is. */
    LogWalk(Logs.Known log, Vault vault, Frontier from) {
        this.log = log;
        this.vault = vault;
        this.tree = new GrowingTree(from);
        this.signed = from.size();
    }

    String origin() {
        return log.origin();
    }

    long size() {
        return tree.size();
    }

    /** One page, not beyond {@code head}; the first thing that is wrong in it. */
    Optional<Finding> advance(Connection connection, TreeHead head) throws SQLException {
        long end = Math.min(head.size(), tree.size() + PAGE);
        Map<Long, Checkpoints.Published> checkpoints = new HashMap<>();
        for (Checkpoints.Published one : new Checkpoints(connection, log.origin()).between(tree.size(), end)) {
            checkpoints.put(one.size(), one);
        }
        try (EntryRows rows = EntryRows.read(connection, vault, log, tree.size(), end)) {
            while (tree.size() < end) {
                Optional<Finding> wrong = append(connection, rows, checkpoints);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return end == head.size() && !tree.head().equals(head) ? found(end, What.HEAD) : Optional.empty();
    }

    private Optional<Finding> append(
            Connection connection, EntryRows rows, Map<Long, Checkpoints.Published> checkpoints) throws SQLException {
        long index = tree.size();
        EntryRows.Row row = rows.next(index);
        if (row.entry().isEmpty()) {
            return found(index, What.ENTRY);
        }
        if (!row.hasEvent()) {
            return found(index, What.EVENT);
        }
        if (!row.opens()) {
            return found(index, What.OPENING);
        }
        List<TileRoot> filled = new ArrayList<>();
        tree.append(row.entry().get().leafHash(), (height, at, root) -> {
            if (height > 0 && height % TilePath.HEIGHT == 0) {
                filled.add(new TileRoot(height / TilePath.HEIGHT - 1, at, root));
            }
        });
        Optional<Finding> tile = tiles(connection, filled);
        if (tile.isPresent()) {
            return tile;
        }
        Checkpoints.Published checkpoint = checkpoints.get(tree.size());
        return checkpoint == null ? Optional.empty() : checkpoint(checkpoint);
    }

    private Optional<Finding> checkpoint(Checkpoints.Published published) {
        try {
            SignedNote note = published.signedNote();
            VerifierKey.parse(log.key()).verify(note);
            Checkpoint told = Checkpoint.parse(note.text());
            if (!told.origin().equals(log.origin()) || told.treeHead().size() != published.size()) {
                return found(published.size(), What.CHECKPOINT);
            }
            if (!told.treeHead().equals(tree.head())) {
                return found(signed, What.ROOT);
            }
        } catch (MalformedException | InvalidSignatureException notOurs) {
            return found(published.size(), What.CHECKPOINT);
        }
        signed = published.size();
        return Optional.empty();
    }

    private Optional<Finding> tiles(Connection connection, List<TileRoot> filled) {
        JdbcLogStore store = new JdbcLogStore(connection, log.origin());
        for (TileRoot tile : filled) {
            if (!stored(store, tile).equals(Optional.of(tile.root()))) {
                return found(tile.index() << (TilePath.HEIGHT * (tile.level() + 1)), What.TILE);
            }
        }
        return Optional.empty();
    }

    private static Optional<Hash> stored(JdbcLogStore store, TileRoot tile) {
        try {
            return Optional.of(store.tileRoots(tile.level(), tile.index(), 1).get(0));
        } catch (IndexOutOfBoundsException | IllegalArgumentException missing) {
            return Optional.empty();
        } catch (LogUnavailableException unreadable) {
            throw new jakarta.persistence.PersistenceException(unreadable);
        }
    }

    private Optional<Finding> found(long index, What what) {
        return Optional.of(new Finding(log.origin(), index, what));
    }
}
