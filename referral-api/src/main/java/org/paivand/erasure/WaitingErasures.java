package org.paivand.erasure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.Proposal;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;

/** Erasures that wait for a second person, for whoever may be it: of the cases of their agency, or of openings. */
public final class WaitingErasures {
    private static final Set<String> KINDS = Set.of(CaseErasure.KIND, OpeningsErasure.KIND);

    private final ApprovalDesk approvals;

    public WaitingErasures(ApprovalDesk approvals) {
        this.approvals = approvals;
    }

    /** One of the two. */
    public record Waiting(Proposal proposal, Optional<CaseId> caseId, Optional<OpeningsSubject> openings) {
        private static Waiting of(Approval approval) {
            Proposal proposal = approval.proposal();
            return proposal.kind().equals(CaseErasure.KIND)
                    ? new Waiting(
                            proposal,
                            Optional.of(
                                    CaseErasure.Subject.of(proposal.subject()).caseId()),
                            Optional.empty())
                    : new Waiting(proposal, Optional.empty(), Optional.of(OpeningsSubject.of(proposal.subject())));
        }
    }

    /** The newest first. */
    public List<Waiting> list(Caller caller, Optional<Cursor> after, int limit) {
        return approvals.waiting(caller, KINDS, after, limit).stream()
                .map(Waiting::of)
                .toList();
    }
}
