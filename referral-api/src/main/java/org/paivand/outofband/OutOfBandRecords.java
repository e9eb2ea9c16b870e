package org.paivand.outofband;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;

/** Which entries tell of a case what was told outside. Bound to one transaction. */
public interface OutOfBandRecords {
    /**
     * One of them.
     *
     * @param eventId of the entry, which has all else
     * @param correctedBy the record that took its place
     */
    record Kept(UUID eventId, CaseId caseId, Instant recordedAt, Optional<UUID> correctedBy) {}

    void add(UUID eventId, CaseId caseId, Instant recordedAt, Optional<UUID> corrects) throws SQLException;

    Optional<Kept> find(UUID eventId) throws SQLException;

    /** The newest first. */
    List<Kept> of(CaseId caseId, Optional<Cursor> after, int limit) throws SQLException;
}
