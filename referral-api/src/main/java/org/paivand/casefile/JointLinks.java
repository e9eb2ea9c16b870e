package org.paivand.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;

/** Which cases belong to one of another controller. There is no way from a case to the other's but through a link's row. Bound to one transaction. */
public interface JointLinks {
    /** @param seal of the code, which is kept nowhere */
    void propose(JointLink link, byte[] seal);

    /** Ends what the case's controller proposed to that agency and it hasn't entered. */
    void endProposed(CaseId caseId, AgencyId with);

    /** The link that waits for this code, held until the transaction ends so that it is entered once. */
    Optional<JointLink> lockByCode(byte[] seal);

    /** From now on the code is none. */
    void enter(UUID id, JointLink.Side side);

    Optional<JointLink> find(UUID id);

    /** Of either side, the one that has waited longest first. */
    List<JointLink> of(CaseId caseId);

    void end(UUID id);

    /** Ends all of the case's. */
    void endAll(CaseId caseId);
}
