package org.paivand.audit.checkpoint;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/**
 * What the keys of one node signed last, log by log: a file {@code signed-head-<suffix>} for each, and their origins in the
 * order in which they began in {@code signed-logs}. It tells which log came last although the database has forgotten it.
 */
public final class SignedLogs {
    private static final int SUFFIX_DIGITS = 12;
    private static final String ORDER = "signed-logs";

    private final Path folder;

    /** Keeps the files in a folder that exists and is the keystore's. */
    public SignedLogs(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** What tells the files and the key of one log from those of another: 12 hexadecimal digits of its origin's SHA-256. */
    public static String suffix(String origin) {
        return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex().substring(0, SUFFIX_DIGITS);
    }

    public SignedHeads heads(String origin) {
        return new FileSignedHeads(file(origin));
    }

    /** Notes that a log follows those that were begun before; without effect if it was begun already. */
    public void begin(String origin) throws IOException {
        List<String> origins = new ArrayList<>(begun());
        if (origins.contains(origin)) {
            return;
        }
        origins.add(origin);
        Path next = folder.resolve(ORDER + ".next");
        Files.writeString(next, String.join("\n", origins) + "\n", StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, folder.resolve(ORDER), ATOMIC_MOVE);
    }

    /** The last log that was signed for, as it was signed last; empty if none ever was. */
    public Optional<Checkpoint> last() throws IOException {
        List<String> origins = begun();
        for (int i = origins.size() - 1; i >= 0; i--) {
            TreeHead head = heads(origins.get(i)).last();
            if (head.size() > 0) {
                return Optional.of(new Checkpoint(origins.get(i), head));
            }
        }
        return Optional.empty();
    }

    /** Gives the one file of a node that kept one log its name of today; without effect if there is none. */
    public void adopt(String origin) throws IOException {
        Path nameless = folder.resolve("signed-head");
        if (Files.exists(nameless) && Files.notExists(file(origin))) {
            Files.move(nameless, file(origin), ATOMIC_MOVE);
        }
        begin(origin);
    }

    private List<String> begun() throws IOException {
        Path order = folder.resolve(ORDER);
        return Files.exists(order) ? Files.readAllLines(order, StandardCharsets.UTF_8) : List.of();
    }

    private Path file(String origin) {
        return folder.resolve("signed-head-" + suffix(origin));
    }
}
