package org.paivand.approval.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.agreement.AgreementChange;
import org.paivand.agreement.rest.NewAgreement;
import org.paivand.approval.Approval;
import org.paivand.approval.Proposal;
import org.paivand.registry.ImportChange;
import org.paivand.registry.ImportProposal;
import org.paivand.registry.ItemChange;
import org.paivand.registry.ItemProposal;

/** The contract's Approval: of the subjects, the one that its change has. */
public record ApprovalView(
        UUID approvalId,
        String state,
        String change,
        Optional<NewAgreement> agreement,
        Optional<ProposedItem> item,
        Optional<List<ProposedItem>> items,
        String requestedBy,
        Instant requestedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {

    /**
     * The contract's ProposedItem.
     *
     * @param replaces the version it was compared with; 0 for a new item
     */
    public record ProposedItem(String kind, String id, int replaces, String document) {
        static ProposedItem of(ItemProposal proposal) {
            return new ProposedItem(
                    proposal.name().kind().code(), proposal.name().id(), proposal.replaces(), proposal.document());
        }
    }

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
                Optional.of(proposal.subject())
                        .filter(subject -> proposal.kind().equals(ItemChange.KIND))
                        .map(ItemProposal::of)
                        .map(ProposedItem::of),
                Optional.of(proposal.subject())
                        .filter(subject -> proposal.kind().equals(ImportChange.KIND))
                        .map(ImportProposal::of)
                        .map(imported ->
                                imported.items().stream().map(ProposedItem::of).toList()),
                proposal.proposedBy(),
                proposal.proposedAt(),
                decided.map(Approval.Decided::decidedBy),
                decided.map(Approval.Decided::decidedAt));
    }
}
