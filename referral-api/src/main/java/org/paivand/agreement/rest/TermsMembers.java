package org.paivand.agreement.rest;

import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.ImmigrationUse;

/** The contract's members of an agreement beyond those that every agreement has. */
public final class TermsMembers {
    private TermsMembers() {}

    /** What may pass for one purpose. */
    public record CeilingMember(String purpose, List<String> categories) {}

    /** How a recipient handles what it got; {@code immigrationUse} is always {@code never}. */
    public record HandlingMember(String evidenceUse, String immigrationUse) {}

    /** One line in each language. */
    public record LawfulBasisMember(String tg, String ru, String en) {}

    static Optional<List<CeilingMember>> ceilings(AgreementTerms terms) {
        return Optional.of(terms.ceilings().entrySet().stream()
                        .map(line -> new CeilingMember(
                                line.getKey().code(),
                                line.getValue().stream().map(Category::code).toList()))
                        .toList())
                .filter(lines -> !lines.isEmpty());
    }

    static Optional<List<String>> recipientKinds(AgreementTerms terms) {
        return terms.recipientKinds()
                .map(kinds -> kinds.stream().map(AgencyKind::code).toList());
    }

    static Optional<HandlingMember> handling(AgreementTerms terms) {
        return terms.evidenceUse().map(use -> new HandlingMember(use.code(), ImmigrationUse.NEVER.code()));
    }

    static Optional<LawfulBasisMember> lawfulBasis(AgreementTerms terms) {
        return terms.lawfulBasis().map(basis -> new LawfulBasisMember(basis.tg(), basis.ru(), basis.en()));
    }
}
