package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;

/**
 * Several cases that one recipient is asked for at once. It comes into being only if the recipient may see the service request of
 * each, and each person agreed that it learns they belong together.
 */
public interface JointProposal<T> {
    /** One of the cases, and what is asked of it; for the occasion of an offer. */
    record Part(CaseId caseId, Ask ask) {}

    /** What an earlier request with the same key made. */
    Optional<T> replay(Transaction transaction, Instant now) throws SQLException;

    /** In the order in which the caller named them. */
    List<Part> parts();

    /** Whether they are the caller's to propose together; to anybody else they don't exist. */
    boolean entitled(Transaction transaction, List<CaseFile> files);

    /** Makes all of it, in the transaction that decided. */
    T make(Transaction transaction, Instant now) throws CaseKeyException, SQLException;
}
