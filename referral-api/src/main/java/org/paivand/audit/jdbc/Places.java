package org.paivand.audit.jdbc;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Which places of a tile hold a term, as offsets from its first: where they are few a list (00, then two bytes each), where
 * they are many one bit a place (01, then bytes, lowest bit first); whichever is shorter.
 */
final class Places {
    private static final byte LIST = 0;
    private static final byte BITS = 1;

    private Places() {}

    static byte[] encode(BitSet places) {
        byte[] bits = places.toByteArray();
        int count = places.cardinality();
        if (count * Short.BYTES > bits.length) {
            return ByteBuffer.allocate(1 + bits.length).put(BITS).put(bits).array();
        }
        ByteBuffer list = ByteBuffer.allocate(1 + count * Short.BYTES).put(LIST);
        places.stream().forEach(place -> list.putShort((short) place));
        return list.array();
    }

    /** Reads what {@link #encode} wrote; anything else is a damaged row. */
    static BitSet decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte kind = bytes.length == 0 ? -1 : buffer.get();
        if (kind == BITS) {
            return BitSet.valueOf(buffer);
        }
        if (kind != LIST || buffer.remaining() % Short.BYTES != 0) {
            throw new IllegalStateException("a row of the search is damaged");
        }
        BitSet places = new BitSet();
        while (buffer.hasRemaining()) {
            places.set(Short.toUnsignedInt(buffer.getShort()));
        }
        return places;
    }
}
