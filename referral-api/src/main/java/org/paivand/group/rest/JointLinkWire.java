package org.paivand.group.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.JointLink.Side;
import org.paivand.group.JointLinkDesk.Proposed;

/** The contract's bodies about cases of two controllers that belong together. None has a place for the other's case. */
public final class JointLinkWire {
    private JointLinkWire() {}

    /** The contract's NewJointLink. */
    public record NewJointLink(String kind, String with, String constraint) {}

    /** The contract's EnteredLinkCode. */
    public record EnteredLinkCode(String code, String with, String constraint) {}

    /** The contract's ProposedJointLink. */
    public record ProposedJointLink(UUID linkId, String code, Instant expiresAt) {
        static ProposedJointLink of(Proposed proposed) {
            return new ProposedJointLink(
                    proposed.link().id(),
                    proposed.code().inGroups(),
                    proposed.link().expiresAt());
        }
    }

    /** The contract's JointLink, as the controller of one side sees it. */
    public record JointLinkView(
            UUID linkId,
            String kind,
            String with,
            String state,
            int size,
            String constraint,
            Optional<String> otherConstraint,
            Optional<Instant> expiresAt) {
        static JointLinkView of(JointLink link, CaseId own) {
            Side side = link.side(own).orElseThrow();
            Optional<Side> other = link.beside(own);
            return new JointLinkView(
                    link.id(),
                    link.kind().code(),
                    other.map(Side::controller).orElse(link.with()).value(),
                    other.isPresent() ? "linked" : "proposed",
                    2,
                    side.constraint().code(),
                    other.map(found -> found.constraint().code()),
                    other.isPresent() ? Optional.empty() : Optional.of(link.expiresAt()));
        }
    }

    /** The contract's JointLinkList. */
    public record JointLinkList(List<JointLinkView> items) {}
}
