package org.paivand.casefile.rest;

import java.util.List;
import java.util.Optional;

/** The contract's CasePage. */
public record CasePage(List<CaseOverview> items, Optional<String> next) {}
