package org.paivand.holding;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.holding.Holdings.Place;

/** Where notices are kept. Bound to one transaction. */
public interface Notices {
    void add(StopUseNotice notice) throws SQLException;

    /** The holder's notice, held until the transaction ends. */
    Optional<StopUseNotice> lock(AgencyId holder, UUID id) throws SQLException;

    /** The holder's notices, newest first. */
    List<StopUseNotice> of(AgencyId holder, Optional<Place> after, int limit) throws SQLException;

    /** The notices about the case, newest first. */
    List<StopUseNotice> about(CaseId caseId, Optional<Place> after, int limit) throws SQLException;

    /** The notices about the case to which an answer is still of use, held until the transaction ends. */
    List<StopUseNotice> open(CaseId caseId) throws SQLException;

    void answered(UUID id, HolderAnswer answer, Instant at) throws SQLException;

    void lifted(Set<UUID> ids, Instant at) throws SQLException;
}
