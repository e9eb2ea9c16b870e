package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.ImmigrationUse;
import org.paivand.disclosure.policy.LawfulBasis;

/** The members that agreements of the second form may have; each is left out where the agreement doesn't say it. */
final class AgreementTermsJson {
    private AgreementTermsJson() {}

    static boolean areNone(AgreementTerms terms) {
        return terms.equals(AgreementTerms.NONE);
    }

    static ObjectNode write(ObjectNode node, AgreementTerms terms) {
        if (!terms.ceilings().isEmpty()) {
            node.set("ceilings", Nodes.codeSets(terms.ceilings()));
        }
        terms.recipientKinds().ifPresent(kinds -> node.set("recipientKinds", Nodes.codes(kinds)));
        terms.evidenceUse()
                .ifPresent(use -> node.set(
                        "handling",
                        Nodes.object()
                                .put("evidenceUse", use.code())
                                .put("immigrationUse", ImmigrationUse.NEVER.code())));
        terms.lawfulBasis()
                .ifPresent(basis -> node.set(
                        "lawfulBasis",
                        Nodes.object()
                                .put("tg", basis.tg())
                                .put("ru", basis.ru())
                                .put("en", basis.en())));
        terms.documentSha256().ifPresent(hash -> node.put("documentSha256", hash.hex()));
        return node;
    }

    static AgreementTerms read(Members members) throws InvalidDocumentException {
        return new AgreementTerms(
                ceilings(members),
                recipientKinds(members),
                members.optional("handling", some -> some.object("handling", AgreementTermsJson::evidenceUse)),
                members.optional("lawfulBasis", some -> some.object("lawfulBasis", AgreementTermsJson::lawfulBasis)),
                members.optional("documentSha256", some -> some.sha256("documentSha256")));
    }

    private static Map<Purpose, Set<Category>> ceilings(Members members) throws InvalidDocumentException {
        return members.has("ceilings")
                ? members.map("ceilings", Purpose.class, (inner, purpose) -> inner.codes(purpose, Category.class))
                : Map.of();
    }

    private static Optional<Set<AgencyKind>> recipientKinds(Members members) throws InvalidDocumentException {
        return members.optional("recipientKinds", some -> some.codes("recipientKinds", AgencyKind.class));
    }

    private static EvidenceUse evidenceUse(Members members) throws InvalidDocumentException {
        members.code("immigrationUse", ImmigrationUse.class);
        return members.code("evidenceUse", EvidenceUse.class);
    }

    private static LawfulBasis lawfulBasis(Members members) throws InvalidDocumentException {
        return new LawfulBasis(members.text("tg"), members.text("ru"), members.text("en"));
    }
}
