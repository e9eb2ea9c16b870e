package org.paivand.rest;

import java.util.UUID;
import org.paivand.approval.Approval;

/** The contract's PendingApproval: what is answered to whoever proposed a change that needs a second person. */
public record PendingApproval(UUID approvalId, String state) {
    public static PendingApproval of(Approval approval) {
        return new PendingApproval(approval.proposal().id(), approval.state().code());
    }
}
