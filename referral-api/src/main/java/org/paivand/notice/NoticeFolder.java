package org.paivand.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where notices come from: those that are shipped, and a folder to which translators add. */
public final class NoticeFolder {
    private NoticeFolder() {}

    /**
     * Reads all of them.
     *
     * @param folder its files {@code *.md} are read; it can add to what is shipped and replace none of it, since consents name
     *     the hash of what was shown
     */
    public static NoticeTexts load(Optional<Path> folder) throws IOException, InvalidNoticeException {
        List<NoticeText> all = new ArrayList<>();
        for (String name : new String(shipped("index.txt"), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!name.isEmpty()) {
                all.add(NoticeFile.read(name, shipped(name)));
            }
        }
        if (folder.isPresent()) {
            for (Path file : files(folder.get())) {
                try (InputStream in = Files.newInputStream(file)) {
                    all.add(NoticeFile.read(
                            String.valueOf(file.getFileName()), in.readNBytes(NoticeFile.MAX_BYTES + 1)));
                }
            }
        }
        return NoticeTexts.of(all);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NoticeFolder.class.getResourceAsStream(name), name)) {
            return in.readNBytes(NoticeFile.MAX_BYTES + 1);
        }
    }
}
