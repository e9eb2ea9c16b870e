package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementRule;
import org.paivand.disclosure.policy.BasisRules;
import org.paivand.disclosure.policy.ReflectionRules;
import org.paivand.disclosure.policy.WorkerRule;

/** Steps 5 to 7, which limit what a basis lets go; each answers with its first failure. */
final class BindingSteps {
    private final Inquiry inquiry;
    private final DisclosureRequest request;
    private final Set<Mask> masks;

    BindingSteps(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.request = inquiry.request();
        this.masks =
                inquiry.policy().masks(inquiry.purpose(), inquiry.recipient().kind());
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
    Optional<ReasonCode> agreement(Category category, BasisRules rules) {
        if (!asksForAgreement(rules)) {
            return Optional.empty();
        }
        Optional<Agreement> between =
                inquiry.agreement().filter(known -> known.between(request.discloser(), inquiry.recipient()));
        if (between.isEmpty()) {
            return Optional.of(ReasonCode.AGREEMENT_MISSING);
        }
        return flaw(between.get(), category);
    }

    /** The agreement whose limits go with the release, where the basis asks for one. */
    Optional<Agreement> corridor(BasisRules rules) {
        return asksForAgreement(rules) ? inquiry.agreement() : Optional.empty();
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

    private Optional<ReasonCode> flaw(Agreement agreement, Category category) {
        if (inquiry.now().isBefore(agreement.validFrom())) {
            return Optional.of(ReasonCode.AGREEMENT_NOT_YET);
        }
        if (!inquiry.now().isBefore(agreement.validUntil())) {
            return Optional.of(ReasonCode.AGREEMENT_OVER);
        }
        if (!agreement.purposes().contains(inquiry.purpose())
                || !agreement.categories().contains(category)) {
            return Optional.of(ReasonCode.AGREEMENT_EXCLUDES);
        }
        boolean forbidden = request.action() == Action.ONWARD && !agreement.onwardAllowed();
        return forbidden ? Optional.of(ReasonCode.AGREEMENT_FORBIDS_ONWARD) : Optional.empty();
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
