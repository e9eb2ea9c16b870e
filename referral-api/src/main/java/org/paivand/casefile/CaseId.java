package org.paivand.casefile;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The random name of a case, known to its controller only: a recipient gets a pairwise reference, the log an alias,
 * and neither can be joined with this.
 */
public record CaseId(UUID value) {

    /** The 16 bytes of the UUID, most significant first, as they are bound into every seal of the case. */
    public byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
