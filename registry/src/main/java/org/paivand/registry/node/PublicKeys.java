package org.paivand.registry.node;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.note.VerifierKey;

/** What may stand as a public key of each use. */
final class PublicKeys {

    private static final int P_256_BITS = 256;

    private PublicKeys() {}

    static void require(KeyUse use, String text) {
        try {
            if (use == KeyUse.LOG) {
                VerifierKey.parse(text);
            } else {
                requireP256(Strict.base64(text));
            }
        } catch (MalformedException | GeneralSecurityException malformed) {
            throw new IllegalArgumentException("the public key is malformed for its use", malformed);
        }
    }

    private static void requireP256(byte[] info) throws GeneralSecurityException {
        ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(info));
        boolean p256 = key.getParams().getCurve().getField().getFieldSize() == P_256_BITS;
        if (!p256 || !Arrays.equals(key.getEncoded(), info)) {
            throw new IllegalArgumentException("the public key isn't one of P-256 in its one form");
        }
    }
}
