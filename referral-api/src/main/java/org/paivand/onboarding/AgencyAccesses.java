package org.paivand.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;

/** Where is kept what agencies have in the realm. Bound to one transaction. */
public interface AgencyAccesses {
    void add(AgencyAccess access);

    Optional<AgencyAccess> find(AgencyId agency);

    /** Finds it and holds it until the transaction ends. */
    Optional<AgencyAccess> lock(AgencyId agency);

    void replace(AgencyAccess access);

    /** Those for which something is to be done in the realm by now, the longest due first. */
    List<AgencyAccess> due(Instant now, int limit);
}
