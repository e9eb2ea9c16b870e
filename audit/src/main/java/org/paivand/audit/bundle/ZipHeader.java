package org.paivand.audit.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.paivand.audit.MalformedException;

/** One member as the central directory describes it. */
record ZipHeader(
        String name, int flags, int method, int time, int crc, long packed, long unpacked, long offset, long next) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DESCRIPTOR_BYTES = 16;
    private static final int HAS_DESCRIPTOR = 0x0008;

    /** The bits for compression effort, descriptor and UTF-8 names; all others change what bytes mean. */
    private static final int KNOWN_FLAGS = 0x080e;

    private static final int MAX_NAME_BYTES = 128;

    /** Reads the header at a position of the central directory. */
    static ZipHeader read(FileChannel file, long position) throws IOException, MalformedException {
        ByteBuffer bytes = ZipDirectory.read(file, position, CENTRAL_BYTES);
        boolean plain = bytes.getInt() == CENTRAL;
        bytes.getInt();
        int flags = Short.toUnsignedInt(bytes.getShort());
        int method = bytes.getShort();
        int time = bytes.getInt();
        int crc = bytes.getInt();
        long packed = Integer.toUnsignedLong(bytes.getInt());
        long unpacked = Integer.toUnsignedLong(bytes.getInt());
        int nameBytes = Short.toUnsignedInt(bytes.getShort());
        boolean bare = bytes.getInt() == 0 && bytes.getShort() == 0;
        bytes.position(bytes.position() + 6);
        long offset = Integer.toUnsignedLong(bytes.getInt());
        if (!plain || !bare || (flags & ~KNOWN_FLAGS) != 0 || nameBytes > MAX_NAME_BYTES) {
            throw new MalformedException("a header of the zip file has more than a plain member needs");
        }
        if (method == STORED ? packed != unpacked || (flags & HAS_DESCRIPTOR) != 0 : method != DEFLATED) {
            throw new MalformedException("a member is neither stored nor deflated");
        }
        String name = name(file, position + CENTRAL_BYTES, nameBytes);
        long next = position + CENTRAL_BYTES + nameBytes;
        return new ZipHeader(name, flags, method, time, crc, packed, unpacked, offset, next);
    }

    private static String name(FileChannel file, long position, int length) throws IOException, MalformedException {
        String name = StandardCharsets.ISO_8859_1
                .decode(ZipDirectory.read(file, position, length))
                .toString();
        if (name.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new MalformedException("a member's name is not plain ASCII");
        }
        return name;
    }

    /** Where the packed content begins, once the local header has been found to say the same. */
    long contentAt(FileChannel file) throws IOException, MalformedException {
        ByteBuffer local = ZipDirectory.read(file, offset, LOCAL_BYTES + name.length());
        boolean same = local.getInt() == LOCAL;
        local.getShort();
        same &= Short.toUnsignedInt(local.getShort()) == flags;
        same &= local.getShort() == method;
        same &= local.getInt() == time;
        same &= local.getInt() == (hasDescriptor() ? 0 : crc);
        same &= Integer.toUnsignedLong(local.getInt()) == (hasDescriptor() ? 0 : packed);
        same &= Integer.toUnsignedLong(local.getInt()) == (hasDescriptor() ? 0 : unpacked);
        same &= Short.toUnsignedInt(local.getShort()) == name.length();
        same &= local.getShort() == 0;
        same &= StandardCharsets.ISO_8859_1.decode(local).toString().equals(name);
        if (!same) {
            throw new MalformedException(name + ": its two headers differ");
        }
        return offset + LOCAL_BYTES + name.length();
    }

    /** The first byte after this member, descriptor included. */
    long endAt(FileChannel file, long contentAt) throws IOException, MalformedException {
        long end = contentAt + packed;
        if (!hasDescriptor()) {
            return end;
        }
        ByteBuffer descriptor = ZipDirectory.read(file, end, DESCRIPTOR_BYTES);
        boolean same = descriptor.getInt() == DESCRIPTOR;
        same &= descriptor.getInt() == crc;
        same &= Integer.toUnsignedLong(descriptor.getInt()) == packed;
        same &= Integer.toUnsignedLong(descriptor.getInt()) == unpacked;
        if (!same) {
            throw new MalformedException(name + ": its data descriptor differs");
        }
        return end + DESCRIPTOR_BYTES;
    }

    private boolean hasDescriptor() {
        return (flags & HAS_DESCRIPTOR) != 0;
    }
}
