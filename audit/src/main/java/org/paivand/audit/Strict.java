package org.paivand.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Parsers with exactly one accepted spelling for each value. */
public final class Strict {
    private static final int LONGEST_DECIMAL = 19;

    private Strict() {}

    /** A number in 0..2^63-1 as ASCII digits without sign or leading zero. */
    public static long decimal(String text) throws MalformedException {
        if (text.isEmpty() || text.length() > LONGEST_DECIMAL) {
            throw new MalformedException("not a decimal number of 1 to 19 digits");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new MalformedException("not an ASCII digit");
            }
        }
        if (text.charAt(0) == '0' && text.length() > 1) {
            throw new MalformedException("leading zero");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedException("number beyond 2^63-1", e);
        }
    }

    /** RFC 4648 §4 with padding; unused bits must be zero. */
    public static byte[] base64(String text) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
                throw new MalformedException("base64 is not canonical");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not standard base64", e);
        }
    }

    /** Well-formed UTF-8: neither overlong forms nor surrogates. */
    public static String utf8(byte[] bytes) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("not UTF-8", e);
        }
    }
}
