package org.paivand.release.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.CategoryDecision.Permit;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.ReasonTexts;
import org.paivand.disclosure.policy.AgreementReference;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.ImmigrationUse;
import org.paivand.release.Deliberated;
import org.paivand.release.rest.ReleaseWire.AgreementName;
import org.paivand.release.rest.ReleaseWire.BasisView;
import org.paivand.release.rest.ReleaseWire.DecisionView;
import org.paivand.release.rest.ReleaseWire.ObligationsView;

/** A decision as each side may see it, in the caller's language. */
public final class DecisionViews {
    private final Locale language;

    public DecisionViews(Locale language) {
        this.language = language;
    }

    /** With every reason and what it rests on; a category that the case doesn't hold is withheld for that. */
    List<DecisionView> forController(Deliberated deliberated) {
        return deliberated.decision().categories().entrySet().stream()
                .map(decided -> decided.getValue()
                        .fold(
                                permit -> deliberated
                                                .file()
                                                .section(decided.getKey())
                                                .isPresent()
                                        ? permitted(
                                                deliberated,
                                                decided.getKey(),
                                                permit,
                                                Optional.of(basis(permit.basis())))
                                        : withheld(
                                                deliberated, decided.getKey(), ReasonCode.NOT_HELD, Optional.empty()),
                                withhold -> withheld(
                                        deliberated, decided.getKey(), withhold.reason(), withhold.agreement())))
                .toList();
    }

    /** With reasons that tell nothing of the person, no grant, and no word on what the case holds. */
    public List<DecisionView> forRecipient(Deliberated deliberated) {
        return deliberated.decision().categories().entrySet().stream()
                .map(decided -> decided.getValue()
                        .fold(
                                permit -> permitted(deliberated, decided.getKey(), permit, Optional.empty()),
                                withhold -> withheld(
                                        deliberated,
                                        decided.getKey(),
                                        withhold.reason().shownToRecipient(),
                                        withhold.agreement())))
                .toList();
    }

    private static DecisionView permitted(
            Deliberated deliberated, Category category, Permit permit, Optional<BasisView> basis) {
        return new DecisionView(
                category.code(),
                "permit",
                stage(deliberated, category),
                permit.rule().code(),
                Optional.empty(),
                Optional.empty(),
                basis,
                Optional.of(permit.validUntil()),
                masks(permit.masks()),
                Optional.of(obligations(permit.obligations())),
                AgreementName.of(permit.agreement()));
    }

    private DecisionView withheld(
            Deliberated deliberated, Category category, ReasonCode reason, Optional<AgreementReference> agreement) {
        return new DecisionView(
                category.code(),
                "withhold",
                stage(deliberated, category),
                reason.rule().code(),
                Optional.of(reason.code()),
                Optional.of(ReasonTexts.text(reason, language)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AgreementName.of(agreement));
    }

    private static int stage(Deliberated deliberated, Category category) {
        return deliberated.policy().policy().stage(category).number();
    }

    private static Optional<List<String>> masks(Set<Mask> masks) {
        return Optional.of(masks.stream().map(Mask::code).toList()).filter(codes -> !codes.isEmpty());
    }

    /** Without {@code familyMustNotKnow}: that is a fact of a section, and goes with a release. */
    private static ObligationsView obligations(Obligations obligations) {
        return new ObligationsView(
                obligations.handling().code(),
                obligations.onward(),
                obligations.retainUntil(),
                obligations.evidenceUse().map(EvidenceUse::code),
                obligations.evidenceUse().map(use -> ImmigrationUse.NEVER.code()));
    }

    private static BasisView basis(Basis basis) {
        return basis.fold(
                consent -> new BasisView(
                        basis.type().code(),
                        Optional.of(consent.consentId()),
                        Optional.of(consent.version()),
                        Optional.of(consent.grantId()),
                        Optional.empty()),
                standalone -> new BasisView(
                        basis.type().code(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(standalone.reference())));
    }
}
