package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.StandingGrant;

/** Step 4: no refusal covers it, and a live grant of a valid consent does; or child protection asks for a child's stage 1. */
final class ConsentStep {
    private final Inquiry inquiry;
    private final RefusalStep refusals;
    private final ConsentValidity validity;
    private final StandaloneCoverage coverage;

    ConsentStep(Inquiry inquiry, RefusalStep refusals) {
        this.inquiry = inquiry;
        this.refusals = refusals;
        this.validity = new ConsentValidity(inquiry);
        this.coverage = new StandaloneCoverage(inquiry);
    }

    Ground find(Category category) {
        Action action = inquiry.request().action();
        if (refusals.refuses(category, action)) {
            return new Ground.Lacking(ReasonCode.REFUSED);
        }
        return find(category, action)
                .fold(
                        found -> found,
                        lacking -> childProtectionRequest(category).orElse(lacking));
    }

    private Ground find(Category category, Action action) {
        Optional<ReasonCode> nearest = Optional.empty();
        for (StandingGrant standing : inquiry.consents().grants()) {
            if (!standing.grant().permits(inquiry.recipient(), inquiry.purpose(), category, action)) {
                continue;
            }
            Optional<ReasonCode> flaw = validity.flaw(standing, category).or(() -> status(standing));
            if (flaw.isEmpty()) {
                return found(standing, category, action);
            }
            nearest = nearest.or(() -> flaw);
        }
        return new Ground.Lacking(nearest.orElseGet(() -> uncovered(category)));
    }

    private Ground found(StandingGrant standing, Category category, Action action) {
        ConsentRecord consent = standing.consent();
        Basis basis = new Basis.ByConsent(
                consent.id(), consent.version(), standing.grant().id());
        Instant until = validity.limit(standing);
        boolean onward = action == Action.ONWARD || mayGoOnward(category);
        return new Ground.Found(basis, Rule.CONSENT, until, onward);
    }

    private boolean mayGoOnward(Category category) {
        return !refusals.refuses(category, Action.ONWARD)
                && find(category, Action.ONWARD).fold(found -> true, lacking -> false);
    }

    private ReasonCode uncovered(Category category) {
        List<StandingGrant> grants = inquiry.consents().grants();
        if (grants.isEmpty()) {
            return ReasonCode.NO_CONSENT;
        }
        return validity.flawOfConsent(grants.get(0), category).orElse(ReasonCode.NO_GRANT);
    }

    private Optional<Ground> childProtectionRequest(Category category) {
        if (inquiry.beyondStageOne(category) || inquiry.request().action() != Action.SHARE) {
            return Optional.empty();
        }
        StandaloneFlaws flaws = new StandaloneFlaws(inquiry);
        Optional<Ground> answer = Optional.empty();
        for (StandaloneBasis basis : inquiry.request().bases()) {
            if (basis.type() == BasisType.CHILD_PROTECTION_REQUEST
                    && coverage.concerns(basis)
                    && coverage.covers(basis, category)) {
                Optional<ReasonCode> flaw = flaws.of(basis);
                if (flaw.isEmpty()) {
                    return Optional.of(StandaloneStep.found(basis, Rule.CONSENT));
                }
                answer = answer.or(() -> flaw.map(Ground.Lacking::new));
            }
        }
        return answer;
    }

    private static Optional<ReasonCode> status(StandingGrant standing) {
        return switch (standing.status()) {
            case LIVE -> Optional.empty();
            case NOT_YET -> Optional.of(ReasonCode.GRANT_NOT_YET);
            case EXPIRED -> Optional.of(ReasonCode.GRANT_EXPIRED);
            case WITHDRAWN -> Optional.of(ReasonCode.CONSENT_WITHDRAWN);
            case INVALIDATED -> Optional.of(ReasonCode.CONSENT_INVALIDATED);
            case SUPERSEDED -> Optional.of(ReasonCode.CONSENT_SUPERSEDED);
            case DISPUTED -> Optional.of(ReasonCode.CONSENT_DISPUTED);
        };
    }
}
