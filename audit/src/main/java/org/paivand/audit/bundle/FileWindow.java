package org.paivand.audit.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.paivand.audit.MalformedException;

/** A stretch of a file in memory, moved forward as it is read: millions of small reads become few large ones. */
final class FileWindow {
    private static final int CAPACITY = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer held = ByteBuffer.allocate(CAPACITY).limit(0);
    private long start;

    FileWindow(FileChannel file) {
        this.file = file;
    }

    /** Exactly {@code length} bytes, little-endian, to be used before the next read. */
    ByteBuffer read(long position, int length) throws IOException, MalformedException {
        if (length > CAPACITY) {
            ByteBuffer large = ByteBuffer.allocate(length);
            fill(large, position);
            return exactly(large, 0, length);
        }
        if (position < start || position + length > start + held.limit()) {
            start = position;
            held.clear();
            fill(held, position);
        }
        return exactly(held, (int) (position - start), length);
    }

    private void fill(ByteBuffer into, long position) throws IOException {
        int count = 0;
        while (into.hasRemaining() && count >= 0) {
            count = file.read(into, position + into.position());
        }
        into.flip();
    }

    private static ByteBuffer exactly(ByteBuffer from, int offset, int length) throws MalformedException {
        if (offset + length > from.limit()) {
            throw new MalformedException("the zip file is cut off");
        }
        return from.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
