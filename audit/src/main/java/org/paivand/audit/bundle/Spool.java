package org.paivand.audit.bundle;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes that are written now and read once at the end: in memory while they are few, then in a temporary file. */
final class Spool implements Closeable {
    private static final int IN_MEMORY_BYTES = 1 << 20;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<Path> file = Optional.empty();
    private Optional<OutputStream> toFile = Optional.empty();
    private long length;

    void write(byte[] bytes) throws IOException {
        memory.writeBytes(bytes);
        length += bytes.length;
        if (memory.size() >= IN_MEMORY_BYTES) {
            if (toFile.isEmpty()) {
                Path created = Files.createTempFile("paivand-bundle", ".directory");
                file = Optional.of(created);
                toFile = Optional.of(Files.newOutputStream(created));
            }
            memory.writeTo(toFile.get());
            memory.reset();
        }
    }

    long length() {
        return length;
    }

    void copyTo(OutputStream out) throws IOException {
        if (toFile.isPresent()) {
            toFile.get().close();
            try (InputStream spooled = Files.newInputStream(file.orElseThrow())) {
                spooled.transferTo(out);
            }
        }
        memory.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        if (toFile.isPresent()) {
            toFile.get().close();
        }
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
