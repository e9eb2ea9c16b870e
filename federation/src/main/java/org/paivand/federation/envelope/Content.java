package org.paivand.federation.envelope;

import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Sha256;

/**
 * What the message carries, by its hashes. Once payload and salt are destroyed they tell nothing, and the envelope still verifies.
 *
 * @param ct SHA-256 of the compact JWE
 * @param pt SHA-256 of salt and plaintext
 * @param schema of the plaintext, as {@code referral-offer-1}
 */
public record Content(Sha256 ct, Sha256 pt, String schema) {
    public Content {
        String unusedChecked = Canonical.code(schema, "schema");
    }
}
