package org.paivand.agreement.rest;

import java.util.List;
import java.util.Optional;
import org.paivand.agreement.rest.TermsMembers.CeilingMember;
import org.paivand.agreement.rest.TermsMembers.HandlingMember;
import org.paivand.agreement.rest.TermsMembers.LawfulBasisMember;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
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
        String lawReference,
        Optional<List<CeilingMember>> ceilings,
        Optional<List<String>> recipientKinds,
        Optional<HandlingMember> handling,
        Optional<LawfulBasisMember> lawfulBasis,
        Optional<String> documentSha256) {

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
                agreement.lawReference(),
                TermsMembers.ceilings(agreement.terms()),
                TermsMembers.recipientKinds(agreement.terms()),
                TermsMembers.handling(agreement.terms()),
                TermsMembers.lawfulBasis(agreement.terms()),
                agreement.terms().documentSha256().map(Sha256::hex));
    }
}
