package org.paivand.suite;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What is packed inside bytes, wherever it begins: members of gzip (RFC 1952) and zip, zlib streams (RFC 1950), and the former in base64. */
final class Unpacked {
    private static final int MOST = 1 << 26;
    private static final int LEAST = 8;
    private static final int ZIP_HEADER = 30;

    private Unpacked() {}

    static void each(ByteBuffer bytes, BiConsumer<String, byte[]> content) {
        for (int i = 0; i + LEAST < bytes.limit(); i++) {
            switch (bytes.get(i) & 0xff) {
                case 0x1f -> gzip(bytes, i, content);
                case 'P' -> zip(bytes, i, content);
                case 0x78 -> zlib(bytes, i, content);
                case 'H' -> base64(bytes, i, "H4sI", content);
                case 'U' -> base64(bytes, i, "UEsD", content);
                case 'e' -> base64(bytes, i, "eJ", content);
                default -> {
                    // nothing packed begins here
                }
            }
        }
    }

    private static void gzip(ByteBuffer bytes, int at, BiConsumer<String, byte[]> content) {
        if (at + 18 > bytes.limit() || bytes.get(at + 1) != (byte) 0x8b || bytes.get(at + 2) != 8) {
            return;
        }
        int flags = bytes.get(at + 3);
        int start = at + 10;
        if ((flags & 4) != 0) {
            start += 2 + little(bytes, start);
        }
        for (int named = (flags & 8) + (flags & 16); named > 0; named -= (named & 8) != 0 ? 8 : 16) {
            while (start < bytes.limit() && bytes.get(start) != 0) {
                start++;
            }
            start++;
        }
        inflate("gzip", bytes, start + ((flags & 2) != 0 ? 2 : 0), true, content);
    }

    private static void zip(ByteBuffer bytes, int at, BiConsumer<String, byte[]> content) {
        if (at + ZIP_HEADER < bytes.limit()
                && bytes.get(at + 1) == 'K'
                && bytes.get(at + 2) == 3
                && bytes.get(at + 3) == 4
                && little(bytes, at + 8) == 8) {
            int start = at + ZIP_HEADER + little(bytes, at + 26) + little(bytes, at + 28);
            inflate("zip", bytes, start, true, content);
        }
    }

    private static void zlib(ByteBuffer bytes, int at, BiConsumer<String, byte[]> content) {
        int header = 0x7800 | (bytes.get(at + 1) & 0xff);
        if (header % 31 == 0 && (header & 0x20) == 0) {
            inflate("zlib", bytes, at, false, content);
        }
    }

    /** To the end of the stream, or as far as it goes. */
    private static void inflate(
            String kind, ByteBuffer bytes, int start, boolean raw, BiConsumer<String, byte[]> content) {
        if (start < 0 || start >= bytes.limit()) {
            return;
        }
        Inflater inflater = new Inflater(raw);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            inflater.setInput(bytes.duplicate().position(start));
            int length = inflater.inflate(part);
            while (length > 0 && out.size() < MOST) {
                out.write(part, 0, length);
                length = inflater.inflate(part);
            }
        } catch (DataFormatException endsHere) {
            // what came out until then is in there, and nobody says how long it is
            out.writeBytes(part);
        } finally {
            inflater.end();
        }
        if (out.size() >= LEAST) {
            content.accept(kind, out.toByteArray());
        }
    }

    private static void base64(ByteBuffer bytes, int at, String start, BiConsumer<String, byte[]> content) {
        for (int i = 0; i < start.length(); i++) {
            if (bytes.get(at + i) != start.charAt(i)) {
                return;
            }
        }
        int end = at;
        while (end < bytes.limit() && isBase64(bytes.get(end))) {
            end++;
        }
        byte[] text = new byte[(end - at) / 4 * 4];
        bytes.duplicate().position(at).get(text);
        if (text.length > LEAST) {
            String standard = new String(text, StandardCharsets.US_ASCII)
                    .replace('-', '+')
                    .replace('_', '/');
            content.accept("base64", Base64.getDecoder().decode(standard));
        }
    }

    private static boolean isBase64(byte one) {
        return (one >= 'A' && one <= 'Z')
                || (one >= 'a' && one <= 'z')
                || (one >= '0' && one <= '9')
                || "+/-_".indexOf(one) >= 0;
    }

    private static int little(ByteBuffer bytes, int at) {
        return at + 1 < bytes.limit() ? (bytes.get(at) & 0xff) + 256 * (bytes.get(at + 1) & 0xff) : 0;
    }
}
