package org.paivand.audit.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A zip as FORMAT.md §5 wants it: no data descriptor, since every content is known before its header is written. The
 * central directory waits in a {@link Spool}, so that millions of members take no memory.
 */
final class ZipWriter implements Closeable {
    private static final int VERSION_NEEDED = 20;
    private static final int VERSION_NEEDED_64 = 45;
    private static final int UTF8 = 0x0800;

    /** 1 January 2000, 00:00: the time of no event. */
    private static final int NO_TIME = (20 << 9 | 1 << 5 | 1) << 16;

    private final OutputStream out;
    private final Spool directory = new Spool();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private long offset;
    private long members;

    ZipWriter(OutputStream out) {
        this.out = out;
    }

    void add(String name, byte[] content) throws IOException {
        byte[] packed = deflate(content);
        boolean stored = packed.length == content.length;
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] common = buffer(26)
                .putShort((short) VERSION_NEEDED)
                .putShort((short) UTF8)
                .putShort((short) (stored ? ZipHeader.STORED : ZipHeader.DEFLATED))
                .putInt(NO_TIME)
                .putInt((int) crc.getValue())
                .putInt(packed.length)
                .putInt(content.length)
                .putShort((short) name.length())
                .putShort((short) 0)
                .array();
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        directory.write(buffer(6)
                .putInt(ZipHeader.CENTRAL)
                .putShort((short) VERSION_NEEDED)
                .array());
        directory.write(common);
        directory.write(buffer(14).putInt(10, (int) offset).array());
        directory.write(ascii);
        out(buffer(4).putInt(ZipHeader.LOCAL).array());
        out(common);
        out(ascii);
        out(packed);
        members++;
        if (offset + directory.length() + ZipDirectory.MAX_END_BYTES > ZipDirectory.MAX_BYTES) {
            throw new IOException("a bundle has at most 4 GiB: ask for a shorter period");
        }
    }

    void finish() throws IOException {
        long directoryAt = offset;
        long directoryBytes = directory.length();
        directory.copyTo(out);
        boolean many = members >= ZipDirectory.MANY;
        if (many) {
            out(end64(directoryAt, directoryBytes));
        }
        short count = (short) (many ? ZipDirectory.MANY : members);
        out(buffer(ZipDirectory.END_BYTES)
                .putInt(ZipDirectory.END)
                .putInt(0)
                .putShort(count)
                .putShort(count)
                .putInt((int) directoryBytes)
                .putInt((int) directoryAt)
                .array());
        out.flush();
    }

    private byte[] end64(long directoryAt, long directoryBytes) {
        return buffer(ZipDirectory.END64_BYTES + ZipDirectory.LOCATOR64_BYTES)
                .putInt(ZipDirectory.END64)
                .putLong(ZipDirectory.END64_BYTES - 12)
                .putShort((short) VERSION_NEEDED_64)
                .putShort((short) VERSION_NEEDED_64)
                .putLong(0)
                .putLong(members)
                .putLong(members)
                .putLong(directoryBytes)
                .putLong(directoryAt)
                .putInt(ZipDirectory.LOCATOR64)
                .putInt(0)
                .putLong(directoryAt + directoryBytes)
                .putInt(1)
                .array();
    }

    /** The content itself where deflating does not make it shorter. */
    private byte[] deflate(byte[] content) {
        byte[] shorter = new byte[content.length];
        deflater.reset();
        deflater.setInput(content);
        deflater.finish();
        int length = deflater.deflate(shorter);
        return deflater.finished() && length < content.length ? Arrays.copyOf(shorter, length) : content;
    }

    private void out(byte[] bytes) throws IOException {
        out.write(bytes);
        offset += bytes.length;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Gives back what it holds; the stream it writes to stays open. */
    @Override
    public void close() throws IOException {
        deflater.end();
        directory.close();
    }
}
