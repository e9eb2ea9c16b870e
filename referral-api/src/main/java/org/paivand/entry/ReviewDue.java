package org.paivand.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A break-glass disclosure that no entry reviews.
 *
 * @param agency that disclosed
 * @param due until when somebody else must have reviewed it (exclusive)
 */
public record ReviewDue(UUID disclosure, Instant occurredAt, String agency, Optional<String> recipient, Instant due) {
    public boolean isOverdue(Instant now) {
        return !now.isBefore(due);
    }
}
