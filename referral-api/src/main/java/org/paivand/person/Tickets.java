package org.paivand.person;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.key.PersonSeals;

/**
 * Says for a quarter of an hour that a code was entered, so that the code itself stands in no page. Useless once the code is ended: each
 * use looks for it again.
 */
public final class Tickets {
    static final Duration LIFE = Duration.ofMinutes(15);
    static final Duration LIFE_OF_A_FORM = Duration.ofHours(1);

    private static final int CONTENT = 3 * Long.BYTES;

    private final PersonSeals seals;
    private final PersonSeals.Of kind;
    private final Duration life;

    public Tickets(PersonSeals seals) {
        this(seals, PersonSeals.Of.TICKET, LIFE);
    }

    private Tickets(PersonSeals seals, PersonSeals.Of kind, Duration life) {
        this.seals = seals;
        this.kind = kind;
        this.life = life;
    }

    /** Tickets of the pages of a form, which last longer: filling it in takes its time. */
    public static Tickets ofForms(PersonSeals seals) {
        return new Tickets(seals, PersonSeals.Of.FORM, LIFE_OF_A_FORM);
    }

    public String of(PersonCode code, Instant now) {
        return of(code.id(), now);
    }

    /** @param id of a code, or of a page */
    public String of(UUID id, Instant now) {
        byte[] content = ByteBuffer.allocate(CONTENT)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(now.plus(life).getEpochSecond())
                .array();
        byte[] seal = seals.seal(kind, content);
        byte[] whole = Arrays.copyOf(content, CONTENT + seal.length);
        System.arraycopy(seal, 0, whole, CONTENT, seal.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The code's or the page's id; empty for what this node never made, and for one that is over. */
    public Optional<UUID> open(String ticket, Instant now) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (whole.length < CONTENT) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(whole, CONTENT);
        byte[] seal = Arrays.copyOfRange(whole, CONTENT, whole.length);
        if (!MessageDigest.isEqual(seals.seal(kind, content), seal)) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        UUID id = new UUID(read.getLong(), read.getLong());
        return now.getEpochSecond() < read.getLong() ? Optional.of(id) : Optional.empty();
    }
}
