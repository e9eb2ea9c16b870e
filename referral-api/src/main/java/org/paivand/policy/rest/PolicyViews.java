package org.paivand.policy.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.approval.Approval;
import org.paivand.disclosure.json.PolicyDifference;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.policy.PolicyDesk;
import org.paivand.policy.PolicyTimeline;
import org.paivand.policy.RecordedPolicy;
import org.paivand.policy.RecordedPolicy.People;
import org.paivand.policy.rest.PolicyWire.DifferenceView;
import org.paivand.policy.rest.PolicyWire.PolicyList;
import org.paivand.policy.rest.PolicyWire.PolicyName;
import org.paivand.policy.rest.PolicyWire.PolicyText;
import org.paivand.policy.rest.PolicyWire.PolicyView;
import org.paivand.policy.rest.PolicyWire.ProposalView;

/** Policies and proposals as the contract shows them. */
final class PolicyViews {
    private PolicyViews() {}

    /** The one recorded last first. */
    static PolicyList list(PolicyTimeline timeline, Instant now) {
        List<PolicyView> views = new ArrayList<>();
        for (RecordedPolicy policy : timeline.policies()) {
            views.add(
                    0,
                    new PolicyView(
                            policy.document().policy().version(),
                            policy.document().sha256().hex(),
                            state(timeline, policy, now),
                            policy.validFrom(),
                            policy.recordedAt(),
                            policy.people().map(People::proposedBy),
                            policy.people().map(People::confirmedBy)));
        }
        return new PolicyList(views);
    }

    private static String state(PolicyTimeline timeline, RecordedPolicy policy, Instant now) {
        if (policy.equals(timeline.at(now))) {
            return "in-force";
        }
        boolean scheduled = policy.validFrom().isAfter(now) && policy.equals(timeline.at(policy.validFrom()));
        return scheduled ? "scheduled" : "over";
    }

    static PolicyText text(PolicyDocument document) {
        return new PolicyText(
                document.policy().version(),
                document.sha256().hex(),
                new String(document.bytes(), StandardCharsets.UTF_8));
    }

    static ProposalView proposal(PolicyDesk.Compared compared) {
        Approval approval = compared.approval();
        Optional<Approval.Decided> decided =
                Optional.of(approval).filter(Approval.Decided.class::isInstance).map(Approval.Decided.class::cast);
        return new ProposalView(
                approval.proposal().id(),
                approval.state().code(),
                compared.proposal().document().policy().version(),
                compared.proposal().document().sha256().hex(),
                compared.proposal().validFrom(),
                new PolicyName(
                        compared.replaces().policy().version(),
                        compared.replaces().sha256().hex()),
                compared.differences().stream().map(PolicyViews::difference).toList(),
                approval.proposal().proposedBy(),
                approval.proposal().proposedAt(),
                decided.map(Approval.Decided::decidedBy),
                decided.map(Approval.Decided::decidedAt));
    }

    private static DifferenceView difference(PolicyDifference difference) {
        return new DifferenceView(difference.path(), difference.before(), difference.after());
    }
}
