package org.paivand.registry.node;

import java.time.Instant;
import java.util.regex.Pattern;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Moments;

/**
 * A public key of a node.
 *
 * @param keyId 4 to 64 characters of {@code A-Za-z0-9_-}, as the node's messages name it
 * @param publicKey a C2SP verifier key for {@link KeyUse#LOG}; else a P-256 key as base64 of its SubjectPublicKeyInfo
 * @param validUntil exclusive
 */
public record NodeKey(String keyId, KeyUse use, String publicKey, Instant validFrom, Instant validUntil) {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{4,64}");

    public NodeKey {
        Canonical.require(KEY_ID.matcher(keyId).matches(), "a key id has 4 to 64 characters of A-Za-z0-9_-");
        Canonical.require(validFrom.isBefore(validUntil), "a key begins before it ends");
        PublicKeys.require(use, publicKey);
    }

    public boolean valid(Instant now) {
        return Moments.within(validFrom, now, validUntil);
    }
}
