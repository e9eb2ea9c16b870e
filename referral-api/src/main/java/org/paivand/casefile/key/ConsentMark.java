package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a case's consents had come: how many events there were, and a hash over their random ids in their order. It tells nothing of
 * what happened.
 *
 * @param events at least 1
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ConsentMark(int events, String sha256) {
    private static final Pattern SHAPE = Pattern.compile("paivand-consent-mark/v1 ([1-9][0-9]{0,8}) ([0-9a-f]{64})\n");
    private static final byte[] LABEL = "paivand-consent-mark/v1\n".getBytes(StandardCharsets.US_ASCII);

    public ConsentMark {
        if (events < 1 || !SHAPE.matcher(text(events, sha256)).matches()) {
            throw new IllegalArgumentException("malformed consent mark");
        }
    }

    /** @param records the ids of all events, in the order in which they were recorded; at least one */
    public static ConsentMark of(List<UUID> records) {
        MessageDigest digest = digest();
        digest.update(LABEL);
        for (UUID id : records) {
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }
        return new ConsentMark(records.size(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether these events are the ones that were marked, or go on from them. */
    public boolean isReachedBy(List<UUID> records) {
        return records.size() >= events && of(records.subList(0, events)).equals(this);
    }

    /** @throws BrokenSealException if this is not exactly what {@link #bytes} gave */
    static ConsentMark parse(byte[] content) throws BrokenSealException {
        Matcher mark = SHAPE.matcher(new String(content, StandardCharsets.US_ASCII));
        if (!mark.matches()) {
            throw new BrokenSealException("not a mark of consents");
        }
        return new ConsentMark(Integer.parseInt(mark.group(1)), mark.group(2));
    }

    byte[] bytes() {
        return text(events, sha256).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(int events, String sha256) {
        return "paivand-consent-mark/v1 " + events + " " + sha256 + "\n";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
