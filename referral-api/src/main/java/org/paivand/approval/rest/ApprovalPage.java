package org.paivand.approval.rest;

import java.util.List;
import java.util.Optional;

/** The contract's ApprovalPage. */
public record ApprovalPage(List<ApprovalView> items, Optional<String> next) {}
