package org.paivand.audit.log;

import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;

/**
 * What stands in the log: a type and a commitment, nothing else. Without its {@link Opening} it tells nobody anything.
 *
 * @param commitment SHA-256("paivand-entry/v1\n" ‖ type ‖ salt ‖ event)
 */
public record Entry(EntryType type, Hash commitment) {
    public static final int BYTES = 34;

    private static final byte VERSION = 0x01;

    public static Entry decode(byte[] bytes) throws MalformedException {
        if (bytes.length != BYTES || bytes[0] != VERSION) {
            throw new MalformedException("an entry has 34 bytes, the first of them 01");
        }
        return new Entry(EntryType.ofNumber(bytes[1]), Hash.at(bytes, 2));
    }

    /** 0x01 ‖ type ‖ commitment. */
    public byte[] encode() {
        byte[] bytes = new byte[BYTES];
        bytes[0] = VERSION;
        bytes[1] = type.number();
        commitment.copyTo(bytes, 2);
        return bytes;
    }

    public Hash leafHash() {
        return Hash.leaf(encode());
    }
}
