package org.paivand.audit.tile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.MalformedException;

/** Entries with their lengths before them (big-endian uint16): 1 to 256 of them (C2SP tlog-tiles, Log entries). */
public final class EntryBundle {
    private static final int MAX_ENTRY_BYTES = 0xffff;

    private final List<byte[]> entries;

    public EntryBundle(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TilePath.FULL_WIDTH) {
            throw new IllegalArgumentException("a bundle holds 1 to 256 entries");
        }
        if (entries.stream().anyMatch(entry -> entry.length > MAX_ENTRY_BYTES)) {
            throw new IllegalArgumentException("an entry has at most 65535 bytes");
        }
        this.entries = entries.stream().map(byte[]::clone).toList();
    }

    /** Reads exactly {@code width} entries; no byte may follow them. */
    public static EntryBundle decode(byte[] bytes, int width) throws MalformedException {
        if (width < 1 || width > TilePath.FULL_WIDTH) {
            throw new MalformedException("a bundle holds 1 to 256 entries");
        }
        ByteBuffer source = ByteBuffer.wrap(bytes);
        List<byte[]> entries = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            int length = source.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(source.getShort());
            if (length < 0 || length > source.remaining()) {
                throw new MalformedException("a bundle of fewer entries");
            }
            byte[] entry = new byte[length];
            source.get(entry);
            entries.add(entry);
        }
        if (source.hasRemaining()) {
            throw new MalformedException("bytes after the last entry");
        }
        return new EntryBundle(entries);
    }

    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    public List<byte[]> entries() {
        return entries.stream().map(byte[]::clone).toList();
    }
}
