package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementRule;
import org.paivand.disclosure.policy.BasisRules;
import org.paivand.disclosure.policy.Corridor;
import org.paivand.disclosure.policy.Obstacle;
import org.paivand.disclosure.policy.ReflectionRules;
import org.paivand.disclosure.policy.WorkerRule;

/** Steps 5 to 7, which limit what a basis lets go; each answers with its first failure. */
final class BindingSteps {
    private final Inquiry inquiry;
    private final DisclosureRequest request;
    private final Set<Mask> masks;
    private final Corridor corridor;

    BindingSteps(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.request = inquiry.request();
        this.masks =
                inquiry.policy().masks(inquiry.purpose(), inquiry.recipient().kind());
        this.corridor = Corridor.between(
                request.discloser(), inquiry.recipient(), inquiry.agreements(), inquiry.purpose(), inquiry.now());
    }

    /** Step 5. */
    Optional<ReasonCode> needToKnow(Category category, BasisRules rules) {
        if (!inquiry.policy()
                .ceiling(inquiry.purpose(), inquiry.recipient().kind())
                .contains(category)) {
            return Optional.of(ReasonCode.BEYOND_NEED_TO_KNOW);
        }
        if (!inquiry.beyondStageOne(category) || rules.worker() == WorkerRule.NOT_ASKED) {
            return Optional.empty();
        }
        if (!request.beyondStageOneIsOpen() && rules.acceptance()) {
            return Optional.empty();
        }
        if (request.worker().isEmpty()) {
            return Optional.of(ReasonCode.WORKER_MISSING);
        }
        boolean enough =
                rules.worker() == WorkerRule.NAMED || request.worker().get().assigned();
        return enough ? Optional.empty() : Optional.of(ReasonCode.WORKER_NOT_ASSIGNED);
    }

    /** Step 5 within a category: what of it this kind of agency doesn't need for this purpose, whatever the basis. */
    Set<Mask> masks(Category category) {
        if (masks.isEmpty()) {
            return Set.of();
        }
        Set<Mask> found = EnumSet.noneOf(Mask.class);
        for (Mask mask : masks) {
            if (mask.category() == category) {
                found.add(mask);
            }
        }
        return found;
    }

    /** Step 6. */
    Optional<CategoryDecision.Withhold> agreement(Category category, BasisRules rules) {
        return corridor(rules)
                .flatMap(binding -> binding.objection(category, request.action()))
                .map(objection -> new CategoryDecision.Withhold(
                        reason(objection.obstacle()), objection.agreement().map(Agreement::reference)));
    }

    /** The agreements whose limits go with the release, where the basis asks for one. */
    Optional<Corridor> corridor(BasisRules rules) {
        return asksForAgreement(rules) ? Optional.of(corridor) : Optional.empty();
    }

    /** Step 7. */
    Optional<ReasonCode> stage(Category category, BasisRules rules) {
        if (rules.acceptance() && inquiry.beyondStageOne(category) && !request.beyondStageOneIsOpen()) {
            return Optional.of(ReasonCode.NOT_ACCEPTED);
        }
        if (rules.reflection() && inReflection()) {
            return Optional.of(ReasonCode.REFLECTION_PERIOD);
        }
        boolean feared = inquiry.toConsulate() && inquiry.facts().protectionFear() != ProtectionFear.NO;
        return rules.protectionFear() && feared ? Optional.of(ReasonCode.PROTECTION_FEAR) : Optional.empty();
    }

    private boolean asksForAgreement(BasisRules rules) {
        return rules.agreement() == AgreementRule.ALWAYS
                || (rules.agreement() == AgreementRule.ABROAD && request.crossesBorder());
    }

    private static ReasonCode reason(Obstacle obstacle) {
        return switch (obstacle) {
            case NO_AGREEMENT -> ReasonCode.AGREEMENT_MISSING;
            case NOT_IN_FORCE_YET -> ReasonCode.AGREEMENT_NOT_YET;
            case NO_LONGER_IN_FORCE -> ReasonCode.AGREEMENT_OVER;
            case PURPOSE_NOT_NAMED, CATEGORY_NOT_NAMED -> ReasonCode.AGREEMENT_EXCLUDES;
            case RECIPIENT_KIND_NOT_NAMED -> ReasonCode.AGREEMENT_EXCLUDES_RECIPIENT;
            case CATEGORY_ABOVE_CEILING -> ReasonCode.AGREEMENT_ABOVE_CEILING;
            case ONWARD_FORBIDDEN -> ReasonCode.AGREEMENT_FORBIDS_ONWARD;
        };
    }

    private boolean inReflection() {
        ReflectionRules reflection = inquiry.policy().reflection();
        Instant end = Moments.plus(inquiry.facts().reflectionFrom(), reflection.length());
        boolean lifted = inquiry.facts()
                .reflectionLiftedAt()
                .map(at -> !at.isAfter(inquiry.now()))
                .orElse(false);
        return reflection.holdsBack(inquiry.recipient().kind(), inquiry.purpose())
                && !lifted
                && inquiry.now().isBefore(end);
    }
}
