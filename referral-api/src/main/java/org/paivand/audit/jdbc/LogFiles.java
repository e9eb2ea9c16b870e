package org.paivand.audit.jdbc;

import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.LogTiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.tile.TilePath;
import org.paivand.database.Database;

/** What C2SP tlog-tiles serves over HTTP: bytes by path, empty where there is none (404). Not inside a transaction. */
public final class LogFiles {
    private final Database database;
    private final String origin;
    private final Acceptance acceptance;

    public LogFiles(Database database, String origin, Acceptance acceptance) {
        this.database = database;
        this.origin = origin;
        this.acceptance = acceptance;
    }

    /** The same of another log of this database, the first being 1; empty if there are not so many. */
    public Optional<LogFiles> numbered(int number) {
        return database.commit(transaction -> new Logs(transaction.connection())
                .numbered(number)
                .map(log -> new LogFiles(database, log.origin(), acceptance)));
    }

    /** The newest checkpoint that counts, with its cosignatures; empty until there is one. Changes: not to be cached. */
    public Optional<byte[]> checkpoint() {
        return database.commit(transaction -> new Checkpoints(transaction.connection(), origin, acceptance)
                .newest()
                .map(Checkpoints.Published::bytes));
    }

    /**
     * A tile or an entry bundle, full or partial. What is there once never changes.
     *
     * @param path below the log's root: {@code tile/0/x001/234.p/8}, {@code tile/entries/000}
     */
    public Optional<byte[]> tile(String path) throws LogUnavailableException {
        TilePath tile;
        try {
            tile = TilePath.parse(path);
        } catch (MalformedException noSuchPath) {
            return Optional.empty();
        }
        return database.commit(transaction -> {
            try {
                return new LogTiles(new JdbcLogStore(transaction.connection(), origin)).read(tile);
            } catch (IndexOutOfBoundsException incomplete) {
                throw new LogUnavailableException("rows of the log are missing", incomplete);
            }
        });
    }
}
