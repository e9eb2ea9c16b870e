package org.paivand.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.paivand.disclosure.Sha256;

/**
 * What makes two requests the same one: the client, the key it chose, and the hash of what it asked.
 *
 * @param client agency and client, since two clients may choose the same key
 * @param request of method, path and exact body; the body itself is never kept
 */
public record IdempotencyKey(String client, String value, Sha256 request) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /** @throws IllegalArgumentException if the key hasn't 8 to 64 of {@code A-Za-z0-9_-} */
    public IdempotencyKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed idempotency key");
        }
    }

    public static IdempotencyKey of(String client, String value, String method, String path, byte[] body) {
        byte[] line = (method + " " + path + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(line, line.length + body.length);
        System.arraycopy(body, 0, request, line.length, body.length);
        return new IdempotencyKey(client, value, Sha256.digest(request));
    }
}
