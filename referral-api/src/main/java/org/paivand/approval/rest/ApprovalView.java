package org.paivand.approval.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.agreement.AgreementChange;
import org.paivand.agreement.rest.NewAgreement;
import org.paivand.approval.Approval;
import org.paivand.approval.Proposal;

/** The contract's Approval: of the subjects, the one that its change has. */
public record ApprovalView(
        UUID approvalId,
        String state,
        String change,
        Optional<NewAgreement> agreement,
        String requestedBy,
        Instant requestedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {

    static ApprovalView of(Approval approval) {
        Proposal proposal = approval.proposal();
        Optional<Approval.Decided> decided =
                Optional.of(approval).filter(Approval.Decided.class::isInstance).map(Approval.Decided.class::cast);
        return new ApprovalView(
                proposal.id(),
                approval.state().code(),
                proposal.kind(),
                Optional.of(proposal.subject())
                        .filter(subject -> proposal.kind().equals(AgreementChange.KIND))
                        .map(AgreementChange::agreement)
                        .map(NewAgreement::of),
                proposal.proposedBy(),
                proposal.proposedAt(),
                decided.map(Approval.Decided::decidedBy),
                decided.map(Approval.Decided::decidedAt));
    }
}
