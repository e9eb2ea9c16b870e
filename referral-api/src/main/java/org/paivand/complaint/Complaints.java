package org.paivand.complaint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.complaint.Complaint.Answer;

/** Where complaints are kept. Bound to one transaction. */
public interface Complaints {
    void add(Complaint filed);

    /** Locked until the transaction ends. */
    Optional<Complaint> lock(UUID id);

    void answer(UUID id, Answer answer);

    /** Whether one of the case waits for its answer. */
    boolean open(CaseId caseId);

    /** Those of a case, the newest first. */
    List<Complaint> ofCase(CaseId caseId);

    /**
     * All, the newest first.
     *
     * @param open absent: whether or not they are answered
     */
    List<Complaint> all(Optional<Boolean> open, Optional<Cursor> after, int limit);
}
