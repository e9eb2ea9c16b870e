package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.section.Releasable;
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

    /** What belongs to the referral and is no section of the case: messages and feedback. Called once the decision permits it. */
    default Optional<Releasable> beside(
            Transaction transaction, CaseContents contents, CaseFile file, KeyUse.ForRelease permitted)
            throws CaseKeyException, SQLException {
        return Optional.empty();
    }

    /** Whether it goes back to who sent the person; then the recipient knows no more of the case by it. */
    default boolean goesBack() {
        return false;
    }

    /** Called in the transaction as soon as it is certain that something leaves with it; what this writes commits with the entry. */
    default void released(Transaction transaction, Instant now) throws SQLException {}
}
