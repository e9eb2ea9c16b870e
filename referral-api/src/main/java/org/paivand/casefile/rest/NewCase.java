package org.paivand.casefile.rest;

import java.util.Optional;
import java.util.UUID;

/** The contract's NewCase. */
public record NewCase(Optional<UUID> linkedTo, Optional<String> linkKind) {}
