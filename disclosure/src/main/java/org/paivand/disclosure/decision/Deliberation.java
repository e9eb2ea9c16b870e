package org.paivand.disclosure.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.BasisRules;
import org.paivand.disclosure.policy.Corridor;
import org.paivand.disclosure.policy.HandlingCode;

/** Takes one well-formed request through steps 2 to 7. */
final class Deliberation {
    private final Inquiry inquiry;
    private final RefusalStep refusals;
    private final StandaloneStep standalone;
    private final ConsentStep consent;
    private final BindingSteps binding;

    Deliberation(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.refusals = new RefusalStep(inquiry);
        this.standalone = new StandaloneStep(inquiry);
        this.consent = new ConsentStep(inquiry, refusals);
        this.binding = new BindingSteps(inquiry);
    }

    Decision decide() {
        Optional<ReasonCode> barred = refusals.bars();
        Map<Category, CategoryDecision> answers = new EnumMap<>(Category.class);
        for (Category category : inquiry.request().categories()) {
            answers.put(
                    category,
                    barred.<CategoryDecision>map(CategoryDecision.Withhold::new).orElseGet(() -> decide(category)));
        }
        return new Decision(inquiry.policy().version(), answers);
    }

    private CategoryDecision decide(Category category) {
        return ground(category)
                .fold(found -> bind(category, found), lacking -> new CategoryDecision.Withhold(lacking.reason()));
    }

    private Ground ground(Category category) {
        return standalone
                .find(category)
                .orElseGet(() -> consent.find(category)
                        .fold(
                                found -> found,
                                lacking -> standalone
                                        .firstFlaw()
                                        .<Ground>map(Ground.Lacking::new)
                                        .orElse(lacking)));
    }

    private CategoryDecision bind(Category category, Ground.Found ground) {
        BasisRules rules = inquiry.policy().rules(ground.basis().type());
        Optional<CategoryDecision.Withhold> failure = binding.needToKnow(category, rules)
                .map(CategoryDecision.Withhold::new)
                .or(() -> binding.agreement(category, rules))
                .or(() -> binding.stage(category, rules).map(CategoryDecision.Withhold::new));
        if (failure.isPresent()) {
            return failure.get();
        }
        Optional<Corridor> corridor = binding.corridor(rules);
        Instant validUntil =
                corridor.map(limits -> limits.validUntil(ground.validUntil())).orElse(ground.validUntil());
        return new CategoryDecision.Permit(
                ground.basis(),
                ground.rule(),
                binding.masks(category),
                validUntil,
                obligations(category, ground, corridor),
                corridor.flatMap(Corridor::narrowest).map(Agreement::reference));
    }

    private Obligations obligations(Category category, Ground.Found ground, Optional<Corridor> corridor) {
        HandlingCode handling = inquiry.policy().handling(category);
        int ours = inquiry.policy().retentionDays(handling);
        int days = corridor.map(limits -> limits.retentionDays(ours)).orElse(ours);
        return new Obligations(
                handling,
                ground.onward() && corridor.map(Corridor::onwardAllowed).orElse(true),
                Moments.plus(inquiry.now(), Duration.ofDays(days)),
                inquiry.facts().familyMustNotKnow(),
                inquiry.request().recipientConfidential(),
                corridor.flatMap(Corridor::evidenceUse));
    }
}
