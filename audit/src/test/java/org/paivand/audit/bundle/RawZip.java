package org.paivand.audit.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, so that tests can lie in each place of them. */
final class RawZip {
    private final ByteArrayOutputStream members = new ByteArrayOutputStream();
    private final ByteArrayOutputStream central = new ByteArrayOutputStream();
    private int count;

    /** Where one header may lie; what is not set is true. */
    static final class Lie {
        String localName = "";
        int flags;
        int method;
        int crcDelta;
        int localCrcDelta;
        int unpackedDelta;
        int packedDelta;
        int offsetDelta;
        byte[] localExtra = {};
        byte[] centralExtra = {};
        byte[] comment = {};
        byte[] after = {};
        boolean hidden;
    }

    RawZip add(String name, byte[] content) {
        return add(name, content, new Lie());
    }

    RawZip add(String name, byte[] content, Lie lie) {
        byte[] packed = lie.method == 8 ? deflate(content) : content;
        CRC32 crc = new CRC32();
        crc.update(content);
        int offset = members.size() + lie.offsetDelta;
        byte[] localName = (lie.localName.isEmpty() ? name : lie.localName).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer local = ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) lie.flags)
                .putShort((short) lie.method)
                .putInt(0)
                .putInt((int) crc.getValue() + lie.crcDelta + lie.localCrcDelta)
                .putInt(packed.length + lie.packedDelta)
                .putInt(content.length + lie.unpackedDelta)
                .putShort((short) localName.length)
                .putShort((short) lie.localExtra.length);
        members.writeBytes(local.array());
        members.writeBytes(localName);
        members.writeBytes(lie.localExtra);
        members.writeBytes(packed);
        members.writeBytes(lie.after);
        if (!lie.hidden) {
            central(name, content.length, packed.length, (int) crc.getValue(), offset, lie);
        }
        return this;
    }

    private void central(String name, int unpacked, int packed, int crc, int offset, Lie lie) {
        byte[] nameBytes = name.getBytes(StandardCharsets.ISO_8859_1);
        central.writeBytes(ByteBuffer.allocate(46)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) lie.flags)
                .putShort((short) lie.method)
                .putInt(0)
                .putInt(crc + lie.crcDelta)
                .putInt(packed + lie.packedDelta)
                .putInt(unpacked + lie.unpackedDelta)
                .putShort((short) nameBytes.length)
                .putShort((short) lie.centralExtra.length)
                .putShort((short) lie.comment.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(offset)
                .array());
        central.writeBytes(nameBytes);
        central.writeBytes(lie.centralExtra);
        central.writeBytes(lie.comment);
        count++;
    }

    byte[] bytes() {
        return bytes(new byte[0], new byte[0], 0);
    }

    /** With bytes before the central directory, bytes as the file's comment, and a false count. */
    byte[] bytes(byte[] gap, byte[] comment, int countDelta) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(members.toByteArray());
        all.writeBytes(gap);
        int offset = all.size();
        all.writeBytes(central.toByteArray());
        all.writeBytes(ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) (count + countDelta))
                .putShort((short) (count + countDelta))
                .putInt(central.size())
                .putInt(offset)
                .putShort((short) comment.length)
                .array());
        all.writeBytes(comment);
        return all.toByteArray();
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }
}
