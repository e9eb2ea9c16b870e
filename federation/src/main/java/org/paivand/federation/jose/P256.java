package org.paivand.federation.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.interfaces.ECPublicKey;

/** Keys on the one curve that the protocol has. */
final class P256 {
    private P256() {}

    /** RFC 7638 §3: SHA-256 over the required members of the JWK, as 43 characters of base64url. */
    static String thumbprint(ECPublicKey key) {
        try {
            return new ECKey.Builder(Curve.P_256, key)
                    .build()
                    .computeThumbprint()
                    .toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static void require(ECPublicKey key) {
        if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
            throw new IllegalArgumentException("a key of the protocol is on P-256");
        }
    }
}
