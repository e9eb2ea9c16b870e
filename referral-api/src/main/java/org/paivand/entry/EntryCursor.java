package org.paivand.entry;

import java.time.Instant;
import java.util.UUID;

/** A place in the order of search results: newest first, the id deciding between equals. */
public record EntryCursor(Instant occurredAt, UUID eventId) {
    private static final String SEPARATOR = "_";

    /** Reads what {@link #text} wrote; anything else is an {@link IllegalArgumentException}. */
    public static EntryCursor of(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        try {
            EntryCursor cursor = new EntryCursor(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[parts.length - 1]));
            if (cursor.text().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException notTwoParts) {
            throw new IllegalArgumentException("not a cursor", notTwoParts);
        }
        throw new IllegalArgumentException("not a cursor");
    }

    public String text() {
        return occurredAt.toEpochMilli() + SEPARATOR + eventId;
    }
}
