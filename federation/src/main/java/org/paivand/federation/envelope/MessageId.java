package org.paivand.federation.envelope;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, 74 of chance. It is never used for another message. */
public record MessageId(UUID value) implements Comparable<MessageId> {
    private static final int VERSION = 7;
    private static final int VARIANT = 2;
    private static final long VARIANT_BITS = 0x8000_0000_0000_0000L;

    public MessageId {
        if (value.version() != VERSION || value.variant() != VARIANT) {
            throw new IllegalArgumentException("a message's id is a UUID of version 7");
        }
    }

    public static MessageId at(Instant now, RandomGenerator random) {
        long time = now.toEpochMilli() << 16 | VERSION << 12 | random.nextInt(1 << 12);
        return new MessageId(new UUID(time, random.nextLong() >>> 2 | VARIANT_BITS));
    }

    /** Its one form: 36 characters, lower case. */
    public static MessageId parse(String text) {
        UUID parsed = UUID.fromString(text);
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("not a UUID in its one form");
        }
        return new MessageId(parsed);
    }

    @Override
    public int compareTo(MessageId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
