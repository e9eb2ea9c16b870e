package org.paivand.agreement.rest;

import java.util.UUID;

/** The contract's PendingApproval. */
public record PendingApproval(UUID approvalId, String state) {}
