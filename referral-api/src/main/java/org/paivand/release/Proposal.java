package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;

/** Something that comes into being only if a recipient may see the service request of a case. */
public interface Proposal<T> {
    /** What an earlier request with the same key made. */
    Optional<T> replay(Transaction transaction, Instant now) throws SQLException;

    CaseId caseId();

    /** Whether it is the caller's to propose; to anybody else the case doesn't exist. */
    boolean entitled(Transaction transaction, CaseFile file);

    /** For the occasion of an offer. */
    Ask ask();

    /** Whether the person must have agreed that the recipient learns with whom they belong. */
    default boolean together() {
        return false;
    }

    /** Makes it, in the transaction that decided. */
    T make(Transaction transaction, Instant now) throws CaseKeyException, SQLException;
}
