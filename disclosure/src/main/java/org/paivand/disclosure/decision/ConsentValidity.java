package org.paivand.disclosure.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.disclosure.policy.ConsentRules;

/** Whether a consent can carry anything at all, and whether it can carry this: asked before its grants are read. */
final class ConsentValidity {
    private final Inquiry inquiry;
    private final ConsentRules rules;
    private final GiverValidity giver;
    private final boolean guarded;

    ConsentValidity(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.rules = inquiry.policy().consent();
        this.guarded = rules.guardedPurposes().contains(inquiry.purpose())
                || rules.guardedKinds().contains(inquiry.recipient().kind());
        this.giver = new GiverValidity(inquiry, guarded);
    }

    Optional<ReasonCode> flaw(StandingGrant standing, Category category) {
        return flawOfConsent(standing, category)
                .or(() -> guarded ? flawOfGuarded(standing.consent()) : Optional.empty())
                .or(() -> flawOfReach(standing, category));
    }

    /** What is wrong with the consent as a whole: notice, condition, form, and who gave it. */
    Optional<ReasonCode> flawOfConsent(StandingGrant standing, Category category) {
        ConsentRecord consent = standing.consent();
        boolean related = consent.notice()
                .interpreter()
                .map(interpreter -> !interpreter.noRelationDeclared())
                .orElse(false);
        if (related) {
            return Optional.of(ReasonCode.INTERPRETER_RELATED);
        }
        if (!consent.notConditional()) {
            return Optional.of(ReasonCode.CONSENT_CONDITIONAL);
        }
        if (needsWitness(consent) && !hasIndependentWitness(consent)) {
            return Optional.of(ReasonCode.WITNESS_MISSING);
        }
        if (!inquiry.now().isBefore(formLimit(standing))) {
            return Optional.of(ReasonCode.ORAL_PHONE_OVER);
        }
        return giver.flaw(standing, category);
    }

    /** The instant, exclusive, at which the grant ends by its own bound, its form or its giver's right to speak. */
    Instant limit(StandingGrant standing) {
        Instant own = Moments.earlier(standing.grant().notAfter(), formLimit(standing));
        return Moments.earlier(own, giver.limit(standing));
    }

    private Instant formLimit(StandingGrant standing) {
        return standing.consent().form() == Form.ORAL_PHONE
                ? Moments.plus(standing.givenAt(), Duration.ofHours(rules.oralPhoneHours()))
                : Instant.MAX;
    }

    private Optional<ReasonCode> flawOfGuarded(ConsentRecord consent) {
        if (consent.inCustody()) {
            return Optional.of(ReasonCode.GIVEN_IN_CUSTODY);
        }
        if (!consent.spokenAlone()) {
            return Optional.of(ReasonCode.NOT_SPOKEN_ALONE);
        }
        if (consent.capacityConcern()) {
            return Optional.of(ReasonCode.CAPACITY_CONCERN);
        }
        boolean byPolice = rules.guardedPurposes().contains(inquiry.purpose())
                && rules.witnessedRecorders().contains(consent.controller().kind());
        boolean witnessed = hasIndependentWitness(consent)
                && consent.witness()
                        .map(witness -> rules.nonStateKinds().contains(witness.kind()))
                        .orElse(false);
        return byPolice && !witnessed ? Optional.of(ReasonCode.NON_STATE_WITNESS_MISSING) : Optional.empty();
    }

    private Optional<ReasonCode> flawOfReach(StandingGrant standing, Category category) {
        if (standing.consent().form() == Form.ORAL_PHONE
                && !rules.oralPhoneCategories().contains(category)) {
            return Optional.of(ReasonCode.ORAL_PHONE_CATEGORY);
        }
        if (standing.grant().recipient() instanceof Recipient.ExactAgency) {
            return Optional.empty();
        }
        if (rules.namedOnlyKinds().contains(inquiry.recipient().kind())) {
            return Optional.of(ReasonCode.RECIPIENT_MUST_BE_NAMED);
        }
        boolean identityAbroad =
                category == Category.IDENTITY && inquiry.request().crossesBorder();
        return identityAbroad ? Optional.of(ReasonCode.IDENTITY_ABROAD_NEEDS_NAME) : Optional.empty();
    }

    private static boolean needsWitness(ConsentRecord consent) {
        return consent.form() == Form.THUMBPRINT_WITNESSED || consent.form() == Form.ORAL_WITNESSED;
    }

    private static boolean hasIndependentWitness(ConsentRecord consent) {
        return consent.witness()
                .map(witness -> !witness.agency().equals(consent.controller().agency()))
                .orElse(false);
    }
}
