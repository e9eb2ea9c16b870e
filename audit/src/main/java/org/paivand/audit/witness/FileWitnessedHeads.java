package org.paivand.audit.witness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.DurableFile;
import org.paivand.audit.MalformedException;

/**
 * All origins in one file, which belongs to one process while it is open. A missing file is a witness that has seen nothing;
 * a file that can't be read, or was shortened, is an error.
 */
public final class FileWitnessedHeads implements WitnessedHeads, AutoCloseable {
    private final Path file;
    private final FileChannel lockFile;

    private FileWitnessedHeads(Path file, FileChannel lockFile) {
        this.file = file;
        this.lockFile = lockFile;
    }

    /** @throws IOException if another process has it, or if what is there can't be read */
    public static FileWitnessedHeads open(Path path) throws IOException {
        Path file = path.toAbsolutePath();
        FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), CREATE, WRITE);
        try {
            if (lock(channel) == null) {
                throw new IOException("another process uses " + file);
            }
            FileWitnessedHeads heads = new FileWitnessedHeads(file, channel);
            heads.read();
            return heads;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byUs) {
            return null;
        }
    }

    @Override
    public synchronized Optional<WitnessedHead> last(String origin) throws IOException {
        return Optional.ofNullable(read().get(origin));
    }

    @Override
    public synchronized boolean record(String origin, Optional<WitnessedHead> expected, WitnessedHead next)
            throws IOException {
        Map<String, WitnessedHead> all = read();
        if (!Optional.ofNullable(all.get(origin)).equals(expected)) {
            return false;
        }
        all.put(origin, next);
        DurableFile.replace(file, WitnessState.encode(all));
        return true;
    }

    private Map<String, WitnessedHead> read() throws IOException {
        if (!lockFile.isOpen()) {
            throw new IOException("closed");
        }
        if (Files.notExists(file)) {
            return new HashMap<>();
        }
        if (Files.size(file) > WitnessState.MAX_BYTES) {
            throw new IOException("not a witness's state: " + file);
        }
        try {
            return WitnessState.parse(Files.readAllBytes(file));
        } catch (MalformedException unreadable) {
            throw new IOException("not a witness's state: " + file + ": " + unreadable.reason(), unreadable);
        }
    }

    /** Gives the file free. */
    @Override
    public synchronized void close() throws IOException {
        lockFile.close();
    }
}
