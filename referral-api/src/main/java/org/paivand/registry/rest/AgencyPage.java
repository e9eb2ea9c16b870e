package org.paivand.registry.rest;

import java.util.List;
import java.util.Optional;

/** The contract's AgencyPage. */
public record AgencyPage(List<AgencyView> items, Optional<String> next) {}
