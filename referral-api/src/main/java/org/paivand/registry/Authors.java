package org.paivand.registry;

import java.util.Optional;
import java.util.UUID;

/**
 * Who changed the registry, in which exchange.
 *
 * @param changedBy the pseudonym of the user; {@code node} for what the configured files held
 * @param confirmedBy the second person, where one was needed
 */
public record Authors(UUID exchange, String changedBy, Optional<String> confirmedBy) {}
