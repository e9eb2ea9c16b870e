package org.paivand.registry.hsds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids as HSDS wants them, made from ours: RFC 9562 §5.8 (version 8), of SHA-256. The same thing has the same id in every export,
 * on every node.
 */
final class Uuids {
    private static final String DOMAIN = "paivand-hsds/v1";

    private Uuids() {}

    /** @param parts what names the thing among its kind; none holds a line feed */
    static String of(Table kind, String... parts) {
        String name = DOMAIN + "\n" + kind.singular() + "\n" + String.join("\n", parts);
        ByteBuffer hash = ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
