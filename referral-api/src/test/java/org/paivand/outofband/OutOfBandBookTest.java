package org.paivand.outofband;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.TestDatabase;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.outofband.OutOfBandBook.Recorded;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** What the book tells where the log's openings can't be opened. */
class OutOfBandBookTest {
    @AutoClose
    private final HikariDataSource pool = TestDatabase.running().applicationPool(1);

    @AutoClose
    private final Database database = new Database(pool);

    private final CaseId caseId = new CaseId(UUID.randomUUID());

    /** One record, in memory. */
    private final OutOfBandRecords one = new OutOfBandRecords() {
        private final Kept kept = new Kept(UUID.randomUUID(), caseId, Instant.EPOCH, Optional.empty());

        @Override
        public void add(UUID eventId, CaseId of, Instant recordedAt, Optional<UUID> corrects) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Kept> find(UUID eventId) {
            return Optional.of(kept);
        }

        @Override
        public List<Kept> of(CaseId of, Optional<Cursor> after, int limit) {
            return List.of(kept);
        }
    };

    private List<Recorded> read(boolean shredded) {
        OutOfBandBook book = new OutOfBandBook(transaction -> one, (transaction, id) -> {
            throw new NoVaultKeyException(shredded, new IllegalStateException());
        });
        return database.commit(transaction -> book.of(transaction, caseId, Optional.empty(), 10));
    }

    @Test
    void endsWhereOpeningsAreShredded() {
        assertEquals(List.of(), read(true));
    }

    @Test
    void tellsNothingWhileTheKeysCannotBeReached() {
        assertEquals(
                ProblemCode.KEYS_UNAVAILABLE,
                assertThrows(ProblemException.class, () -> read(false)).code());
    }
}
