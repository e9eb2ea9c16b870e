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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Small secret files that are there whole, on disk, and for their owner only, or not at all. */
final class KeyFiles {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    /** A process can't hold the same file lock twice. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private static final Set<StandardOpenOption> LOCKING =
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private static final byte[] NOTHING = {};

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
        put(target, content);
    }

    private void put(Path target, byte[] content) throws IOException {
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
        alone(() -> {
            if (Files.exists(target)) {
                try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                    overwrite(channel);
                }
                Files.delete(target);
                force(directory);
            }
            return true;
        });
    }

    /**
     * Puts other content in the place of what is expected there, and overwrites the latter. Never at the same time as
     * {@link #destroy}, in whichever process: what is destroyed isn't written again.
     *
     * @return false if something else is there, or nothing
     */
    boolean replace(String name, byte[] expected, byte[] content) throws IOException {
        Path target = directory.resolve(name);
        return alone(() -> {
            if (!read(name).filter(found -> Arrays.equals(found, expected)).isPresent()) {
                return false;
            }
            try (FileChannel old = FileChannel.open(target, StandardOpenOption.WRITE)) {
                put(target, content);
                overwrite(old);
            }
            return true;
        });
    }

    /**
     * Puts other content in the place of what is expected there, if it still is; absent stands for no file. What was there isn't
     * overwritten, since it is no secret.
     *
     * @return false if something else is there
     */
    boolean swap(String name, Optional<byte[]> expected, Optional<byte[]> content) throws IOException {
        Path target = directory.resolve(name);
        return alone(() -> {
            Optional<byte[]> found = read(name);
            boolean asExpected = found.isPresent() == expected.isPresent()
                    && Arrays.equals(found.orElse(NOTHING), expected.orElse(NOTHING));
            if (!asExpected) {
                return false;
            }
            if (content.isPresent()) {
                put(target, content.get());
            } else {
                Files.deleteIfExists(target);
                force(directory);
            }
            return true;
        });
    }

    /** The names of all files but the temporary ones and the lock. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private interface Work {
        boolean run() throws IOException;
    }

    /** Nobody else replaces or destroys in this directory meanwhile. */
    private boolean alone(Work work) throws IOException {
        IN_THIS_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(directory.resolve(".lock"), LOCKING, OWNER_ONLY)) {
            channel.lock();
            return work.run();
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private static void overwrite(FileChannel channel) throws IOException {
        writeFully(channel, new byte[Math.toIntExact(channel.size())]);
        channel.force(true);
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
