package org.paivand.federation.jose;

import java.util.Base64;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;

/** base64url (RFC 4648 §5) without padding, with exactly one accepted spelling for each value. */
final class Base64Url {
    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Refuses padding, space, foreign characters and bits that say nothing: the JOSE library skips them. */
    static byte[] decode(String text) throws RefusedException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (!text.isEmpty() && encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException foreign) {
            throw new RefusedException(Refusal.MALFORMED, foreign);
        }
        throw new RefusedException(Refusal.MALFORMED);
    }
}
