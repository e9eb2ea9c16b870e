package org.paivand.outofband;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.WrittenEvents;
import org.paivand.outofband.OutOfBandRecords.Kept;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** What is recorded of a case, read from the entries themselves: there is no second copy that could say something else. */
public final class OutOfBandBook {
    private final Function<Transaction, OutOfBandRecords> records;
    private final WrittenEvents events;

    public OutOfBandBook(Function<Transaction, OutOfBandRecords> records, WrittenEvents events) {
        this.records = records;
        this.events = events;
    }

    /**
     * One record.
     *
     * @param correctedBy the record that took its place
     */
    public record Recorded(DisclosedOutOfBand event, Optional<UUID> correctedBy) {
        /** Whether it still says what is thought to have happened. */
        public boolean stands() {
            return correctedBy.isEmpty();
        }
    }

    /** The newest first, as far back as the log's openings are kept. */
    public List<Recorded> of(Transaction transaction, CaseId caseId, Optional<Cursor> after, int limit)
            throws SQLException {
        List<Recorded> found = new ArrayList<>();
        for (Kept kept : records.apply(transaction).of(caseId, after, limit)) {
            try {
                found.add(read(transaction, kept));
            } catch (NoVaultKeyException without) {
                if (without.isShredded()) {
                    return found;
                }
                throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
            }
        }
        return found;
    }

    Optional<Kept> find(Transaction transaction, UUID eventId) throws SQLException {
        return records.apply(transaction).find(eventId);
    }

    void add(Transaction transaction, CaseId caseId, DisclosedOutOfBand event) throws SQLException {
        records.apply(transaction)
                .add(event.head().eventId(), caseId, event.head().occurredAt(), event.corrects());
    }

    Recorded read(Transaction transaction, Kept kept) throws SQLException {
        DisclosureEvent event = events.read(transaction, kept.eventId());
        if (event instanceof DisclosedOutOfBand told) {
            return new Recorded(told, kept.correctedBy());
        }
        throw new IllegalStateException("the entry of something told outside is of another type");
    }
}
