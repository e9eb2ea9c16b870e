package org.paivand.agreement.rest;

import java.util.List;
import java.util.Optional;
import org.paivand.agreement.rest.TermsMembers.CeilingMember;
import org.paivand.agreement.rest.TermsMembers.HandlingMember;
import org.paivand.agreement.rest.TermsMembers.LawfulBasisMember;
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
        String lawReference,
        Optional<List<CeilingMember>> ceilings,
        Optional<List<String>> recipientKinds,
        Optional<HandlingMember> handling,
        Optional<LawfulBasisMember> lawfulBasis,
        Optional<String> documentSha256) {

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
                proposed.lawReference(),
                proposed.ceilings(),
                proposed.recipientKinds(),
                proposed.handling(),
                proposed.lawfulBasis(),
                proposed.documentSha256());
    }
}
