package org.paivand.audit;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file that is replaced whole, or not at all. */
public final class DurableFile {
    private DurableFile() {}

    /**
     * Returns once the new content would survive a power cut; whatever happens before leaves the old content or the new.
     * For one writer at a time: the next content is written beside the file first, under its name and {@code .next}.
     *
     * @param file absolute
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(next, file, ATOMIC_MOVE);
        Path directory = file.getParent();
        if (directory != null && !System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel entry = FileChannel.open(directory, READ)) {
                entry.force(true);
            }
        }
    }
}
