package org.paivand.agreement.rest;

import java.util.List;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;

/** The contract's NewAgreement: an agreement as it is proposed. Its instants are texts, since the contract allows one form. */
public record NewAgreement(
        String agreementId,
        PartiesMember parties,
        List<String> purposes,
        List<String> categories,
        String validFrom,
        String validUntil,
        boolean onwardAllowed,
        int retentionDays,
        String lawReference) {

    public static NewAgreement of(Agreement agreement) {
        return new NewAgreement(
                agreement.id(),
                PartiesMember.of(agreement.parties()),
                agreement.purposes().stream().map(Purpose::code).toList(),
                agreement.categories().stream().map(Category::code).toList(),
                agreement.validFrom().toString(),
                agreement.validUntil().toString(),
                agreement.onwardAllowed(),
                agreement.retentionDays(),
                agreement.lawReference());
    }
}
