package org.paivand.casefile.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/** HMAC-SHA-256 under the node's token key, for what a person types or sends back; without the key none of it can be tried. */
public final class PersonSeals {
    private static final String ALGORITHM = "HmacSHA256";

    private final Keystore keystore;

    /** What is sealed; a seal of one is none of another. */
    public enum Of {
        CODE("paivand-person-code/v1\n"),
        TICKET("paivand-person-ticket/v1\n"),
        CHOICE("paivand-person-choice/v1\n"),
        SUBJECT("paivand-person-subject/v1\n"),
        FORM("paivand-person-form/v1\n"),
        FORM_ONCE("paivand-person-form-once/v1\n"),
        FORM_CODE("paivand-person-form-code/v1\n"),
        FORM_RECEIPT("paivand-person-form-receipt/v1\n"),
        LINK_CODE("paivand-link-code/v1\n"),
        LINK_OFFER("paivand-link-offer/v1\n");

        private final String label;

        Of(String label) {
            this.label = label;
        }
    }

    public PersonSeals(Keystore keystore) {
        this.keystore = keystore;
    }

    /** 32 bytes. */
    public byte[] seal(Of what, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keystore.token());
            mac.update(what.label.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, missing);
        }
    }
}
