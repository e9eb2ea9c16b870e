package org.paivand.audit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.paivand.audit.TestLog;
import org.paivand.audit.log.AppendRefusedException;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogStore;
import org.paivand.audit.log.LogStoreContract;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.database.Database;

class JdbcLogStoreTest extends LogStoreContract {
    private final TestLog log;

    JdbcLogStoreTest() throws Exception {
        log = new TestLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected LogStore emptyStore() {
        return new Committing(log.database);
    }

    /** Each call its own transaction; refusals commit too, to show that they left nothing behind. */
    private record Committing(Database database) implements LogStore {
        private interface Call<T, E extends Exception> {
            T on(JdbcLogStore store) throws E, LogUnavailableException;
        }

        @Override
        public TreeHead head() throws LogUnavailableException {
            return read(JdbcLogStore::head);
        }

        @Override
        public List<Entry> entries(long from, int count) throws LogUnavailableException {
            return read(store -> store.entries(from, count));
        }

        @Override
        public List<Hash> tileRoots(int level, long from, int count) throws LogUnavailableException {
            return read(store -> store.tileRoots(level, from, count));
        }

        @Override
        public OptionalLong indexOf(Entry entry) throws LogUnavailableException {
            return read(store -> store.indexOf(entry));
        }

        @Override
        public void append(LogBatch batch, long fence) throws AppendRefusedException, LogUnavailableException {
            List<AppendRefusedException> refusal = read(store -> {
                try {
                    store.append(batch, fence);
                    return List.of();
                } catch (AppendRefusedException refused) {
                    return List.of(refused);
                }
            });
            for (AppendRefusedException refused : refusal) {
                throw refused;
            }
        }

        private <T> T read(Call<T, LogUnavailableException> call) throws LogUnavailableException {
            return database.commit(tx -> {
                Connection connection = tx.connection();
                requireReadCommitted(connection);
                return call.on(new JdbcLogStore(connection, TestLog.ORIGIN));
            });
        }

        private static void requireReadCommitted(Connection connection) throws SQLException {
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                throw new IllegalStateException("not at READ COMMITTED");
            }
        }
    }
}
