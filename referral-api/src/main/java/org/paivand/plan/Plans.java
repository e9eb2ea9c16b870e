package org.paivand.plan;

import java.sql.SQLException;
import java.util.Optional;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Sealed;

/** Service plans, one a case, sealed. Bound to one transaction. */
public interface Plans {
    /**
     * A plan as it is kept.
     *
     * @param version from 1
     */
    record Kept(int version, Sealed sealed) {}

    Optional<Kept> of(CaseId caseId) throws SQLException;

    /** Held alone until the transaction ends. */
    Optional<Kept> lock(CaseId caseId) throws SQLException;

    /** In the place of the one before. */
    void put(CaseId caseId, Kept plan) throws SQLException;
}
