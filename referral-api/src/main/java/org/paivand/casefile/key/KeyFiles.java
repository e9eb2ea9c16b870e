package org.paivand.casefile.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Small secret files that are there whole, on disk, and for their owner only, or not at all. */
final class KeyFiles {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path directory;

    KeyFiles(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
        Set<PosixFilePermission> granted = EnumSet.copyOf(Files.getPosixFilePermissions(directory));
        granted.retainAll(OTHERS);
        if (!granted.isEmpty()) {
            throw new IOException("the keys directory is open to every user of the machine: " + directory);
        }
    }

    /** Writes a temporary file, forces it to disk, renames it, and forces the directory. */
    void create(String name, byte[] content) throws IOException {
        Path target = directory.resolve(name);
        if (Files.exists(target)) {
            throw new IllegalStateException("the case has a key already");
        }
        Path temporary = directory.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            writeForced(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(directory);
    }

    /** As {@link #create}, but whoever comes second leaves the first one's file as it is. */
    void createOnce(String name, byte[] content) throws IOException {
        Path temporary = directory.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            writeForced(temporary, content);
            Files.createLink(directory.resolve(name), temporary);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(directory);
    }

    Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(directory.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Overwrites, deletes, forces the directory. Flash and copy-on-write file systems may keep the old block for a
     * while; it holds the key only as sealed by the master key.
     */
    void destroy(String name) throws IOException {
        Path target = directory.resolve(name);
        if (!Files.exists(target)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            writeFully(channel, new byte[Math.toIntExact(channel.size())]);
            channel.force(true);
        }
        Files.delete(target);
        force(directory);
    }

    private static void writeForced(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OWNER_ONLY)) {
            writeFully(channel, content);
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer remaining = ByteBuffer.wrap(content);
        while (remaining.hasRemaining()) {
            channel.write(remaining);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
