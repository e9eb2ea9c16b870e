package org.paivand.audit.witness;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/**
 * The text of a witness's file: a header; a line {@code <size> <root in hex> <seconds since 1970> <origin>} for each origin,
 * ascending; the SHA-256 of all this in hex, so that a file that was cut off isn't taken for that of a witness that has seen less.
 */
final class WitnessState {
    static final int MAX_BYTES = 16 << 20;

    private static final String HEADER = "paivand-witness/v1\n";
    private static final int LAST_LINE = 65;

    private WitnessState() {}

    static byte[] encode(Map<String, WitnessedHead> heads) {
        StringBuilder text = new StringBuilder(HEADER);
        new TreeMap<>(heads)
                .forEach((origin, kept) -> text.append(kept.head().size())
                        .append(' ')
                        .append(kept.head().root().hex())
                        .append(' ')
                        .append(kept.at().getEpochSecond())
                        .append(' ')
                        .append(origin)
                        .append('\n'));
        text.append(digest(text.toString())).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, WitnessedHead> parse(byte[] bytes) throws MalformedException {
        String text = Strict.utf8(bytes);
        int end = text.length() - LAST_LINE;
        if (end < HEADER.length()
                || !text.startsWith(HEADER)
                || !text.substring(end).equals(digest(text.substring(0, end)) + "\n")) {
            throw new MalformedException("it is not whole");
        }
        Map<String, WitnessedHead> heads = new TreeMap<>();
        for (String line : text.substring(HEADER.length(), end).lines().toList()) {
            String[] words = line.split(" ", 4);
            if (words.length != 4 || heads.putIfAbsent(words[3], head(words)) != null) {
                throw new MalformedException("a line of another kind, or an origin twice");
            }
        }
        if (!Arrays.equals(encode(heads), bytes)) {
            throw new MalformedException("not as it would be written");
        }
        return heads;
    }

    private static WitnessedHead head(String[] words) throws MalformedException {
        try {
            TreeHead head = new TreeHead(Strict.decimal(words[0]), Hash.fromHex(words[1]));
            return new WitnessedHead(head, Instant.ofEpochSecond(Strict.decimal(words[2])));
        } catch (IllegalArgumentException | DateTimeException impossible) {
            throw new MalformedException("a head that can't be", impossible);
        }
    }

    private static String digest(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
