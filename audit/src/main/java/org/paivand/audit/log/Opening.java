package org.paivand.audit.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;

/** What an entry commits to: the event's exact bytes and the salt that hides them. Kept sealed, shown to auditors. */
public final class Opening {
    public static final int SALT_BYTES = 32;
    public static final int MAX_EVENT_BYTES = 65_536;

    private static final byte VERSION = 0x01;
    private static final int HEADER_BYTES = 2 + SALT_BYTES;

    /** Longest encoding. */
    public static final int MAX_BYTES = HEADER_BYTES + MAX_EVENT_BYTES;

    private static final byte[] CONTEXT = "paivand-entry/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final EntryType type;
    private final byte[] salt;
    private final byte[] event;

    public Opening(EntryType type, byte[] salt, byte[] event) {
        if (salt.length != SALT_BYTES || event.length == 0 || event.length > MAX_EVENT_BYTES) {
            throw new IllegalArgumentException("an opening has 32 bytes of salt and 1 to 65536 of event");
        }
        this.type = type;
        this.salt = salt.clone();
        this.event = event.clone();
    }

    /** With a fresh salt. */
    public static Opening seal(EntryType type, byte[] event, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Opening(type, salt, event);
    }

    public static Opening decode(byte[] bytes) throws MalformedException {
        if (bytes.length <= HEADER_BYTES || bytes.length > MAX_BYTES || bytes[0] != VERSION) {
            throw new MalformedException("not an opening: 01, type, 32 bytes of salt, event");
        }
        return new Opening(
                EntryType.ofNumber(bytes[1]),
                Arrays.copyOfRange(bytes, 2, HEADER_BYTES),
                Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length));
    }

    /** 0x01 ‖ type ‖ salt ‖ event. */
    public byte[] encode() {
        byte[] bytes = new byte[HEADER_BYTES + event.length];
        bytes[0] = VERSION;
        bytes[1] = type.number();
        System.arraycopy(salt, 0, bytes, 2, SALT_BYTES);
        System.arraycopy(event, 0, bytes, HEADER_BYTES, event.length);
        return bytes;
    }

    /** Of {@link #encode}, in bytes. */
    public int encodedLength() {
        return HEADER_BYTES + event.length;
    }

    public Entry entry() {
        return new Entry(type, Hash.sha256(CONTEXT, new byte[] {type.number()}, salt, event));
    }

    public EntryType type() {
        return type;
    }

    public byte[] salt() {
        return salt.clone();
    }

    /** The exact bytes that were hashed. */
    public byte[] event() {
        return event.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(event);
    }

    @Override
    public String toString() {
        return "opening of a " + type.code() + " entry";
    }
}
