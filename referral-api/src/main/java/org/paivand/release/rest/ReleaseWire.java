package org.paivand.release.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.policy.AgreementReference;

/** The contract's bodies about releases and previews. */
public final class ReleaseWire {
    private ReleaseWire() {}

    /** The contract's NewRelease. */
    public record NewRelease(List<String> categories) {}

    /** The contract's NewPreview. */
    public record NewPreview(
            String recipient, String purpose, Optional<List<String>> categories, Optional<Instant> asOf) {}

    /**
     * The contract's Preview.
     *
     * @param asOf of which instant consents, policy and agreements are
     * @param sectionsAsOf of which instant sections, findings and the registry are: none of these is kept as it was
     */
    public record Preview(
            String recipient,
            String purpose,
            boolean afterAcceptance,
            Instant asOf,
            Instant sectionsAsOf,
            List<DecisionView> decisions,
            Optional<ReportingDutyView> reportingDuty,
            Optional<ThroughHost> through) {}

    /** The contract's ThroughHost: who answers for the recipient and would read its first stage, so that the person hears it too. */
    public record ThroughHost(String agency, List<DecisionView> decisions) {}

    /** The contract's CategoryDecision. */
    public record DecisionView(
            String category,
            String outcome,
            int stage,
            String rule,
            Optional<String> reasonCode,
            Optional<String> reason,
            Optional<BasisView> basis,
            Optional<Instant> validUntil,
            Optional<List<String>> masks,
            Optional<ObligationsView> obligations,
            Optional<AgreementName> agreement) {}

    /** The contract's AgreementName: which agreement it was, in which version. */
    public record AgreementName(String agreementId, int version) {
        static Optional<AgreementName> of(Optional<AgreementReference> reference) {
            return reference.map(known -> new AgreementName(known.id(), known.version()));
        }
    }

    /** The contract's Permissions: what a recipient may see now, until when, and why not the rest. */
    public record Permissions(UUID referralId, Instant asOf, List<DecisionView> decisions) {}

    /** The contract's ExpiryPage. */
    public record ExpiryPage(Instant until, List<CaseEndingsView> items, Optional<String> next) {}

    /** The contract's CaseEndings. */
    public record CaseEndingsView(UUID caseId, List<EndingView> endings, List<UUID> disputed) {}

    /** The contract's Ending. */
    public record EndingView(UUID consentId, UUID grantId, String cause, Instant at) {}

    /** The contract's Obligations, without what only a release tells. */
    public record ObligationsView(
            String handling,
            boolean onward,
            Instant retainUntil,
            Optional<String> evidenceUse,
            Optional<String> immigrationUse) {}

    /** The contract's Basis. */
    public record BasisView(
            String type,
            Optional<UUID> consentId,
            Optional<Integer> consentVersion,
            Optional<UUID> grantId,
            Optional<UUID> reference) {}

    /** The contract's ReportingDuty: what the recipient must report, so that the person hears it before consenting. */
    public record ReportingDutyView(String to, String trigger, List<String> categories, String within, TextsView law) {}

    /** One text in three languages. */
    public record TextsView(String tg, String ru, String en) {}
}
