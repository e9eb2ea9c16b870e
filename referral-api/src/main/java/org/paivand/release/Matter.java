package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;

/**
 * What a release is asked through, read in two steps: first which case it concerns, so that the case can be locked, and all
 * else only under the lock.
 */
public interface Matter {
    /** Empty if there is nothing that the caller may see. */
    Optional<CaseId> concerns(Transaction transaction) throws SQLException;

    /** Called once the case is locked; empty if it is gone meanwhile. */
    Optional<Ask> asked(Transaction transaction, Instant now) throws SQLException;

    /** Called in the transaction as soon as it is certain that something leaves with it; what this writes commits with the entry. */
    default void released(Transaction transaction, Instant now) throws SQLException {}
}
