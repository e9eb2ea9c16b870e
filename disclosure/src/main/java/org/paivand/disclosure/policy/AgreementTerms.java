package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;

/**
 * The terms of an agreement beyond those that every agreement has. Each that is there narrows or explains; none widens.
 *
 * @param ceilings what may pass for a purpose; for one without a line, all of the agreement's categories
 * @param recipientKinds the only kinds of agency that may receive; absent: every kind
 * @param evidenceUse whether what was received may be used as evidence; absent: the agreement doesn't say
 * @param documentSha256 of the document that was signed
 */
public record AgreementTerms(
        Map<Purpose, Set<Category>> ceilings,
        Optional<Set<AgencyKind>> recipientKinds,
        Optional<EvidenceUse> evidenceUse,
        Optional<LawfulBasis> lawfulBasis,
        Optional<Sha256> documentSha256) {
    /** Of agreements that have no further term. */
    public static final AgreementTerms NONE =
            new AgreementTerms(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AgreementTerms {
        Map<Purpose, Set<Category>> copy = new EnumMap<>(Purpose.class);
        ceilings.forEach((purpose, categories) -> copy.put(purpose, Canonical.enums(Category.class, categories)));
        ceilings = Canonical.map(Purpose.class, copy);
        recipientKinds = recipientKinds.map(kinds -> Canonical.enums(AgencyKind.class, kinds));
        require(ceilings.values().stream().noneMatch(Set::isEmpty), "a ceiling names at least one category");
        require(recipientKinds.filter(Set::isEmpty).isEmpty(), "an agreement that limits who receives names a kind");
    }

    /** Requires that nothing is narrowed that the agreement doesn't have, and that no term contradicts another. */
    void requireWithin(Parties parties, Set<Purpose> purposes, Set<Category> categories) {
        require(purposes.containsAll(ceilings.keySet()), "a ceiling is for a purpose of the agreement");
        require(
                ceilings.values().stream().allMatch(categories::containsAll),
                "a ceiling has only categories of the agreement");
        require(recipientKinds.map(parties::admits).orElse(true), "a kind that receives is a kind that is bound");
        require(
                evidenceUse.map(use -> use.suits(purposes)).orElse(true),
                "what is for investigation or prosecution can't be kept from evidence");
    }
}
