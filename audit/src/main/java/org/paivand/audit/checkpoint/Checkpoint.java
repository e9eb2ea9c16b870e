package org.paivand.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/**
 * A log's statement of its size and root (C2SP tlog-checkpoint). As a value it proves nothing: see
 * {@link VerifiedCheckpoint}.
 *
 * @param origin which log speaks; never empty
 */
public record Checkpoint(String origin, TreeHead treeHead, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("lines of a checkpoint are neither empty nor broken");
        }
    }

    public Checkpoint(String origin, TreeHead treeHead) {
        this(origin, treeHead, List.of());
    }

    /** Reads the text of a note: three lines or more. */
    public static Checkpoint parse(String text) throws MalformedException {
        if (!text.endsWith("\n")) {
            throw new MalformedException("a checkpoint ends in a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3 || !lines.stream().allMatch(Checkpoint::isLine)) {
            throw new MalformedException("a checkpoint has at least three lines, none of them empty");
        }
        long size = Strict.decimal(lines.get(1));
        Hash root = Hash.fromBase64(lines.get(2));
        if (size == 0 && !root.equals(Hash.EMPTY)) {
            throw new MalformedException("an empty log with the root of another");
        }
        return new Checkpoint(lines.get(0), new TreeHead(size, root), lines.subList(3, lines.size()));
    }

    /** The text to sign. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(treeHead.size())
                .append('\n')
                .append(treeHead.root().base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static boolean isLine(String line) {
        return !line.isEmpty()
                && line.codePoints().noneMatch(c -> c < ' ')
                && StandardCharsets.UTF_8.newEncoder().canEncode(line);
    }
}
