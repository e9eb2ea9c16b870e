package org.paivand.audit.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.paivand.audit.MalformedException;

/** Where the central directory of a zip stands; it and its end records are the last bytes of the file. */
record ZipDirectory(long offset, long end, long members) {
    static final long MAX_BYTES = 0xffff_ffffL;

    static final int END = 0x06054b50;
    static final int END_BYTES = 22;
    static final int END64 = 0x06064b50;
    static final int END64_BYTES = 56;
    static final int LOCATOR64 = 0x07064b50;
    static final int LOCATOR64_BYTES = 20;

    /** The end records at their longest. */
    static final int MAX_END_BYTES = END_BYTES + END64_BYTES + LOCATOR64_BYTES;

    /** This many members, or more, and the Zip64 end record counts them. */
    static final int MANY = 0xffff;

    static ZipDirectory find(FileChannel file) throws IOException, MalformedException {
        long size = file.size();
        if (size < END_BYTES || size > MAX_BYTES) {
            throw new MalformedException("not a zip file of at most 4 GiB");
        }
        long end = size - END_BYTES;
        ByteBuffer record = read(file, end, END_BYTES);
        boolean valid = record.getInt() == END && record.getInt() == 0;
        int here = Short.toUnsignedInt(record.getShort());
        int members = Short.toUnsignedInt(record.getShort());
        long bytes = Integer.toUnsignedLong(record.getInt());
        long offset = Integer.toUnsignedLong(record.getInt());
        valid = valid && here == members && record.getShort() == 0;
        ZipDirectory directory =
                members == MANY ? find64(file, end, offset, bytes) : new ZipDirectory(offset, end, members);
        if (!valid || offset + bytes != directory.end) {
            throw new MalformedException("the zip file does not end in a plain central directory");
        }
        return directory;
    }

    private static ZipDirectory find64(FileChannel file, long end, long offset, long bytes)
            throws IOException, MalformedException {
        long end64 = end - LOCATOR64_BYTES - END64_BYTES;
        if (end64 < 0) {
            throw new MalformedException("the Zip64 end record is missing");
        }
        ByteBuffer record = read(file, end64, END64_BYTES + LOCATOR64_BYTES);
        boolean valid = record.getInt() == END64 && record.getLong() == END64_BYTES - 12;
        record.getInt();
        valid = valid && record.getLong() == 0;
        long here = record.getLong();
        long members = record.getLong();
        valid = valid && here == members && members >= MANY && members <= bytes;
        valid = valid && record.getLong() == bytes && record.getLong() == offset;
        valid = valid && record.getInt() == LOCATOR64 && record.getInt() == 0;
        valid = valid && record.getLong() == end64 && record.getInt() == 1;
        if (!valid) {
            throw new MalformedException("the Zip64 end record disagrees with the file");
        }
        return new ZipDirectory(offset, end64, members);
    }

    /** Exactly {@code length} bytes, little-endian. */
    static ByteBuffer read(FileChannel file, long position, int length) throws IOException, MalformedException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        long from = position;
        while (bytes.hasRemaining()) {
            int count = file.read(bytes, from);
            if (count < 0) {
                throw new MalformedException("the zip file is cut off");
            }
            from += count;
        }
        return bytes.flip();
    }
}
