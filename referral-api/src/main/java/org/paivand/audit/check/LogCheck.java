package org.paivand.audit.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.check.Finding.What;
import org.paivand.audit.jdbc.JdbcLogStore;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.jdbc.Troubles;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.tile.TilePath;
import org.paivand.database.Database;
import org.paivand.entry.Vault;

/**
 * Checks all logs of the database. What it finds is kept until a full pass finds nothing, and nothing is released meanwhile. For one
 * thread at a time.
 */
public final class LogCheck {

    /** As many of the last entries are checked at the start. */
    static final int RECENT = 1_024;

    private final Database database;
    private final Vault vault;
    private final Map<String, LogWalk> walked = new HashMap<>();

    public LogCheck(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Heads, and the last entries with their tiles and checkpoints: a start can wait for it. */
    public Optional<Finding> quick() {
        return settled(check(this::recent), false);
    }

    /** What was appended since the last full or incremental pass of this object. */
    public Optional<Finding> incremental() {
        return settled(
                check(log -> walked.computeIfAbsent(log.origin(), origin -> new LogWalk(log, vault, Frontier.EMPTY))),
                false);
    }

    /** Everything, from the first entry; takes minutes where there are millions, in transactions of one page each. */
    public Optional<Finding> full() {
        walked.clear();
        Optional<Finding> found =
                check(log -> walked.computeIfAbsent(log.origin(), origin -> new LogWalk(log, vault, Frontier.EMPTY)));
        return settled(found, true);
    }

    @FunctionalInterface
    private interface Start {
        LogWalk of(Logs.Known log);
    }

    private Optional<Finding> check(Start start) {
        List<Logs.Known> logs = database.commit(tx -> new Logs(tx.connection()).all());
        for (Logs.Known log : logs) {
            Optional<Finding> found = check(log, start);
            if (found.isPresent()) {
                walked.remove(log.origin());
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> check(Logs.Known log, Start start) {
        Extent extent = database.commit(tx -> extent(tx.connection(), log));
        TreeHead head = extent.head();
        if (head.size() != extent.entries()) {
            return Optional.of(new Finding(log.origin(), Math.min(head.size(), extent.entries()), What.HEAD));
        }
        LogWalk walk = start.of(log);
        do {
            Optional<Finding> found = database.commit(tx -> walk.advance(tx.connection(), head));
            if (found.isPresent()) {
                return found;
            }
        } while (walk.size() < head.size());
        return Optional.empty();
    }

    private LogWalk recent(Logs.Known log) {
        return database.commit(tx -> {
            JdbcLogStore store = new JdbcLogStore(tx.connection(), log.origin());
            try {
                long from = Math.max(0, store.head().size() - RECENT) / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH;
                return new LogWalk(log, vault, new LogProofs(store).frontier(from));
            } catch (LogUnavailableException | IndexOutOfBoundsException unreadable) {
                return new LogWalk(log, vault, Frontier.EMPTY);
            }
        });
    }

    private record Extent(TreeHead head, long entries) {}

    /** In one statement, since the sequencer goes on. */
    private static Extent extent(Connection connection, Logs.Known log) throws SQLException {
        return new Logs(connection).extent(log, Extent::new);
    }

    private Optional<Finding> settled(Optional<Finding> found, boolean everything) {
        if (found.isPresent() || everything) {
            boolean unusedDone = database.<Boolean, RuntimeException>commit(tx -> {
                Troubles troubles = new Troubles(tx.connection());
                if (found.isPresent()) {
                    troubles.report(Troubles.Kind.UNSOUND, found.get().text());
                } else {
                    troubles.clear(Troubles.Kind.UNSOUND);
                }
                return true;
            });
        }
        return found;
    }
}
