package org.paivand.casefile.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.paivand.casefile.CaseId;

/** HMAC-SHA-256 of a case id under the node's token key: finds the entries of a case in a table that can't name it. */
public final class CaseTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] LABEL = "paivand-case-token/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final Keystore keystore;

    public CaseTokens(Keystore keystore) {
        this.keystore = keystore;
    }

    public CaseToken of(CaseId caseId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keystore.token());
            mac.update(LABEL);
            return new CaseToken(HexFormat.of().formatHex(mac.doFinal(caseId.bytes())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }
}
