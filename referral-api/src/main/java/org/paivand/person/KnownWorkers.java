package org.paivand.person;

import java.sql.SQLException;
import java.util.List;
import org.paivand.casefile.CaseId;

/** Who works on a case. Bound to one transaction. */
@FunctionalInterface
public interface KnownWorkers {
    /** Each once for an agency, whoever came first at the top; they are told apart by that and by nothing else. */
    List<KnownWorker> of(CaseId caseId) throws SQLException;
}
