package org.paivand.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;

/** Where approvals are kept. Bound to one transaction. */
public interface Approvals {
    void add(Approval.Pending proposed);

    Optional<Approval> find(UUID id);

    /** Finds it and holds it until the transaction ends: whoever comes second sees what the first one decided. */
    Optional<Approval> lock(UUID id);

    void replace(Approval.Decided decided);

    /** One that waits with exactly that subject. */
    Optional<Approval> waiting(String kind, String subject);

    /** Those of the kinds, of which there is one at least, the newest first; in one state, or in any. */
    List<Approval> list(Set<String> kinds, Optional<ApprovalState> state, Optional<Cursor> after, int limit);
}
