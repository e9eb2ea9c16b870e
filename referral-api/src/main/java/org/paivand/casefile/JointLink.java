package org.paivand.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.disclosure.AgencyId;

/**
 * A case of one controller and one of another that belong together; until the other entered the code, one that is to be linked.
 *
 * @param id random; both know the link by it
 * @param with the controller to whom the code was to be given
 * @param entered the case that it entered; empty while the code waits
 * @param expiresAt from when the code opens nothing
 */
public record JointLink(
        UUID id, LinkKind kind, Side proposed, AgencyId with, Optional<Side> entered, Instant expiresAt) {

    /**
     * One of the two cases.
     *
     * @param constraint towards the other
     */
    public record Side(AgencyId controller, CaseId caseId, GroupConstraint constraint) {}

    /** The side that the case is; it never sees the other's case. */
    public Optional<Side> side(CaseId caseId) {
        return sides().filter(side -> side.caseId().equals(caseId)).findFirst();
    }

    /** The other side, once there is one. */
    public Optional<Side> beside(CaseId caseId) {
        return sides().filter(side -> !side.caseId().equals(caseId)).findFirst();
    }

    private Stream<Side> sides() {
        return Stream.concat(Stream.of(proposed), entered.stream());
    }
}
