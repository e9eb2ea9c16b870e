package org.paivand.registry.agency;

import java.time.Instant;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Moments;

/**
 * That an agency's staff were trained, as the training centre certified.
 *
 * @param certificate the code of the training, as the issuer publishes it ({@code staff-training})
 * @param validUntil exclusive
 */
public record Accreditation(String certificate, AgencyId issuer, Instant validFrom, Instant validUntil) {

    public Accreditation {
        Canonical.code(certificate, "certificate");
        Canonical.require(validFrom.isBefore(validUntil), "an accreditation begins before it ends");
    }

    public boolean valid(Instant now) {
        return Moments.within(validFrom, now, validUntil);
    }
}
