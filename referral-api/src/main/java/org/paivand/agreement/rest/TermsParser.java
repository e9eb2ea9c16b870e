package org.paivand.agreement.rest;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paivand.agreement.rest.TermsMembers.CeilingMember;
import org.paivand.agreement.rest.TermsMembers.HandlingMember;
import org.paivand.agreement.rest.TermsMembers.LawfulBasisMember;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.ImmigrationUse;
import org.paivand.disclosure.policy.LawfulBasis;
import org.paivand.disclosure.policy.Parties;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;

/** Makes the further terms of an agreement of what was sent; what contradicts the agreement is refused by its member. */
final class TermsParser {
    private final Parties parties;
    private final Set<Purpose> purposes;
    private final Set<Category> categories;

    TermsParser(Parties parties, Set<Purpose> purposes, Set<Category> categories) {
        this.parties = parties;
        this.purposes = purposes;
        this.categories = categories;
    }

    /** @throws ProblemException {@code invalid-request}, naming the member */
    AgreementTerms terms(NewAgreement body) {
        return new AgreementTerms(
                body.ceilings().map(this::ceilings).orElse(Map.of()),
                body.recipientKinds().map(this::recipientKinds),
                body.handling().map(this::evidenceUse),
                body.lawfulBasis().map(TermsParser::lawfulBasis),
                body.documentSha256().map(hash -> Codes.text("/documentSha256", hash, Sha256::of)));
    }

    private Map<Purpose, Set<Category>> ceilings(List<CeilingMember> lines) {
        if (lines.isEmpty() || lines.size() > Purpose.values().length) {
            throw ProblemException.invalid("/ceilings", lines.isEmpty() ? "too-few" : "too-many");
        }
        Map<Purpose, Set<Category>> ceilings = new EnumMap<>(Purpose.class);
        for (int i = 0; i < lines.size(); i++) {
            String pointer = "/ceilings/" + i;
            Purpose purpose = Codes.of(pointer + "/purpose", lines.get(i).purpose(), Purpose::of);
            require(purposes.contains(purpose), pointer + "/purpose", "contradiction");
            require(!ceilings.containsKey(purpose), pointer + "/purpose", "duplicate");
            ceilings.put(purpose, ceiling(pointer + "/categories", lines.get(i).categories()));
        }
        return ceilings;
    }

    private Set<Category> ceiling(String pointer, List<String> codes) {
        List<Category> ceiling = Codes.all(pointer, codes, Category.values().length, Category::of);
        for (int i = 0; i < ceiling.size(); i++) {
            require(categories.contains(ceiling.get(i)), pointer + "/" + i, "contradiction");
        }
        return EnumSet.copyOf(ceiling);
    }

    private Set<AgencyKind> recipientKinds(List<String> codes) {
        List<AgencyKind> kinds = Codes.all("/recipientKinds", codes, AgencyKind.values().length, AgencyKind::of);
        for (int i = 0; i < kinds.size(); i++) {
            require(parties.admits(Set.of(kinds.get(i))), "/recipientKinds/" + i, "contradiction");
        }
        return EnumSet.copyOf(kinds);
    }

    private EvidenceUse evidenceUse(HandlingMember handling) {
        EvidenceUse use = Codes.of("/handling/evidenceUse", handling.evidenceUse(), EvidenceUse::of);
        Codes.of("/handling/immigrationUse", handling.immigrationUse(), ImmigrationUse::of);
        require(use.suits(purposes), "/handling/evidenceUse", "contradiction");
        return use;
    }

    private static LawfulBasis lawfulBasis(LawfulBasisMember texts) {
        return new LawfulBasis(
                line("/lawfulBasis/tg", texts.tg()),
                line("/lawfulBasis/ru", texts.ru()),
                line("/lawfulBasis/en", texts.en()));
    }

    private static String line(String pointer, String text) {
        return Codes.text(pointer, text, sent -> AgreementParser.line(sent, LawfulBasis.MAX_LENGTH));
    }

    private static void require(boolean fits, String pointer, String code) {
        if (!fits) {
            throw ProblemException.invalid(pointer, code);
        }
    }
}
