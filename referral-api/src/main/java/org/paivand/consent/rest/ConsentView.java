package org.paivand.consent.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.paivand.consent.ConsentDesk;
import org.paivand.consent.Forewarning;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.disclosure.decision.ReasonTexts;

/** The contract's Consent: what was recorded, and where each grant stands at an instant. */
public record ConsentView(
        UUID consentId,
        int version,
        String state,
        Instant recordedAt,
        NewConsent.Notice notice,
        String form,
        boolean spokenAlone,
        boolean inCustody,
        boolean capacityConcern,
        Optional<String> witness,
        Optional<String> evidenceSha256,
        NewConsent.Giver givenBy,
        String withdrawalMethod,
        boolean notConditional,
        List<GrantView> grants,
        Optional<List<ForewarningView>> warnings) {

    /** The contract's ConsentWarning. */
    public record ForewarningView(
            UUID grantId, String recipient, List<String> categories, String reasonCode, String reason) {}

    /** The contract's Grant. */
    public record GrantView(
            UUID grantId,
            String status,
            String effect,
            String purpose,
            List<String> categories,
            RecipientView recipient,
            List<String> actions,
            Instant notBefore,
            Instant notAfter,
            boolean safetyCritical) {}

    /**
     * The contract's GrantRecipient.
     *
     * @param oneWorker that one worker of the agency is meant; who, stays between the person and the decision
     */
    public record RecipientView(
            Optional<String> agency,
            Optional<Boolean> oneWorker,
            Optional<String> kind,
            Optional<String> jurisdiction,
            Optional<List<String>> listed) {
        static RecipientView of(Recipient recipient) {
            return recipient.fold(
                    exact -> agency(exact.agency(), Optional.empty()),
                    kind -> new RecipientView(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(kind.kind().code()),
                            Optional.of(kind.jurisdiction().code()),
                            Optional.of(
                                    kind.listed().stream().map(AgencyId::value).toList())),
                    worker -> agency(worker.agency(), Optional.of(true)));
        }

        private static RecipientView agency(AgencyId agency, Optional<Boolean> oneWorker) {
            return new RecipientView(
                    Optional.of(agency.value()), oneWorker, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The contract's Consents. */
    public record Page(Instant asOf, List<ConsentView> items) {}

    /** All consents of a history as they stand at the instant, the oldest first. */
    static List<ConsentView> all(ConsentHistory history, Instant at) {
        return history.events().stream()
                .filter(event -> !event.at().isAfter(at))
                .flatMap(event ->
                        event instanceof ConsentEvent.Given given ? Optional.of(given).stream() : Stream.empty())
                .map(given -> view(given, history, at))
                .toList();
    }

    private static ConsentView view(ConsentEvent.Given given, ConsentHistory history, Instant at) {
        ConsentRecord consent = given.consent();
        List<StandingGrant> standing = history.stateAt(at).grants().stream()
                .filter(grant -> grant.consent().equals(consent))
                .toList();
        return new ConsentView(
                consent.id(),
                consent.version(),
                state(standing),
                given.at(),
                notice(consent),
                consent.form().code(),
                consent.spokenAlone(),
                consent.inCustody(),
                consent.capacityConcern(),
                consent.witness().map(witness -> witness.agency().value()),
                consent.evidenceSha256().map(Sha256::hex),
                new NewConsent.Giver(
                        consent.givenBy().role().code(),
                        consent.givenBy().mandate(),
                        consent.givenBy().until(),
                        Optional.of(consent.givenBy().childAssent().code())),
                consent.withdrawalMethod(),
                consent.notConditional(),
                standing.stream().map(ConsentView::grant).toList(),
                Optional.empty());
    }

    /** The newest version of what was recorded, with what is wrong with it in the caller's language. */
    static ConsentView of(ConsentDesk.Recorded recorded, Instant at, Locale language) {
        return all(recorded.history(), at).stream()
                .filter(view -> view.consentId().equals(recorded.consentId()))
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .with(recorded.forewarnings(), language);
    }

    private ConsentView with(List<Forewarning> forewarnings, Locale language) {
        Optional<List<ForewarningView>> told = forewarnings.isEmpty()
                ? Optional.empty()
                : Optional.of(forewarnings.stream()
                        .map(warning -> forewarning(warning, language))
                        .toList());
        return new ConsentView(
                consentId,
                version,
                state,
                recordedAt,
                notice,
                form,
                spokenAlone,
                inCustody,
                capacityConcern,
                witness,
                evidenceSha256,
                givenBy,
                withdrawalMethod,
                notConditional,
                grants,
                told);
    }

    private static ForewarningView forewarning(Forewarning warning, Locale language) {
        return new ForewarningView(
                warning.grantId(),
                warning.recipient().value(),
                warning.categories().stream().sorted().map(Coded::code).toList(),
                warning.reason().code(),
                ReasonTexts.text(warning.reason(), language));
    }

    /** One word for the whole: what all its grants share, or that only some stand. */
    private static String state(List<StandingGrant> standing) {
        List<GrantStatus> kinds =
                standing.stream().map(StandingGrant::status).distinct().toList();
        if (kinds.size() > 1) {
            return "narrowed";
        }
        return switch (kinds.get(0)) {
            case LIVE, NOT_YET ->
                standing.stream().allMatch(grant -> grant.grant().isRefusal()) ? "refused" : "given";
            case WITHDRAWN -> "withdrawn";
            case EXPIRED -> "expired";
            case SUPERSEDED -> "superseded";
            case INVALIDATED -> "invalidated";
            case DISPUTED -> "disputed";
        };
    }

    private static NewConsent.Notice notice(ConsentRecord consent) {
        return new NewConsent.Notice(
                consent.notice().id(),
                consent.notice().version(),
                consent.notice().sha256().hex(),
                consent.notice().language(),
                consent.notice()
                        .interpreter()
                        .map(who -> new NewConsent.Interpreter(who.pseudonym(), who.noRelationDeclared())));
    }

    private static GrantView grant(StandingGrant standing) {
        Grant grant = standing.grant();
        return new GrantView(
                grant.id(),
                standing.status().code(),
                grant.effect().code(),
                grant.purpose().code(),
                grant.categories().stream().map(Coded::code).toList(),
                RecipientView.of(grant.recipient()),
                grant.actions().stream().map(Coded::code).toList(),
                grant.notBefore(),
                grant.notAfter(),
                grant.safetyCritical());
    }
}
