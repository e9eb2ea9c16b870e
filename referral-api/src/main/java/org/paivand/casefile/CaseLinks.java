package org.paivand.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which cases belong together. Bound to one transaction, in which the cases that it changes are locked. */
public interface CaseLinks {
    void add(UUID group, LinkKind kind, CaseGroup.Member member);

    /** Empty where fewer than two are left. */
    Optional<CaseGroup> find(UUID group);

    /** As {@link #find}, held until the transaction ends so that nobody joins or leaves. */
    Optional<CaseGroup> lock(UUID group);

    /** At most one of each kind. */
    List<CaseGroup> of(CaseId caseId);

    /** The case belongs there no more; whoever would be left alone doesn't either. */
    void leave(CaseId caseId, UUID group);
}
