package org.paivand.agreement.rest;

import java.util.List;
import org.paivand.disclosure.policy.Agreement;

/** The contract's Agreement. */
public record AgreementView(
        String agreementId,
        int version,
        PartiesMember parties,
        List<String> purposes,
        List<String> categories,
        String validFrom,
        String validUntil,
        boolean onwardAllowed,
        int retentionDays,
        String lawReference) {

    static AgreementView of(Agreement agreement) {
        NewAgreement proposed = NewAgreement.of(agreement);
        return new AgreementView(
                proposed.agreementId(),
                agreement.version(),
                proposed.parties(),
                proposed.purposes(),
                proposed.categories(),
                proposed.validFrom(),
                proposed.validUntil(),
                proposed.onwardAllowed(),
                proposed.retentionDays(),
                proposed.lawReference());
    }
}
