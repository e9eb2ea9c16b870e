package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentState;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Policy;

/** The one place where it is decided what may leave. */
public final class Decisions {
    private Decisions() {}

    /**
     * Answers every category asked for, by the seven steps of {@link Rule} in their order; the first that fails names
     * the reason. Total and pure: the same five arguments give the same answer whenever and wherever it is asked.
     *
     * @param agreements all that might bind the two sides, whatever their period; their order doesn't matter
     * @param now the instant at which it is decided; consent events after it do not exist yet
     */
    public static Decision decide(
            Policy policy, ConsentHistory history, List<Agreement> agreements, DisclosureRequest request, Instant now) {
        return decide(policy, history, history.stateAt(now), agreements, request, now);
    }

    /**
     * The same if no other consent than this one permitted anything: what it carries by itself. Tells, and is never the ground
     * of a release.
     */
    public static Decision restingOn(
            UUID consentId,
            Policy policy,
            ConsentHistory history,
            List<Agreement> agreements,
            DisclosureRequest request,
            Instant now) {
        return decide(policy, history, history.stateAt(now).restingOn(consentId), agreements, request, now);
    }

    private static Decision decide(
            Policy policy,
            ConsentHistory history,
            ConsentState consents,
            List<Agreement> agreements,
            DisclosureRequest request,
            Instant now) {
        Optional<ReasonCode> malformed = malformed(policy, history, request);
        if (malformed.isPresent() || request.purpose().isEmpty()) {
            return withholdAll(policy, request, malformed.orElse(ReasonCode.PURPOSE_MISSING));
        }
        Purpose purpose = request.purpose().get();
        Inquiry inquiry = new Inquiry(policy, consents, agreements, request, purpose, now);
        return new Deliberation(inquiry).decide();
    }

    private static Optional<ReasonCode> malformed(Policy policy, ConsentHistory history, DisclosureRequest request) {
        if (request.purpose().isEmpty()) {
            return Optional.of(ReasonCode.PURPOSE_MISSING);
        }
        if (!history.caseRef().equals(request.caseRef())) {
            return Optional.of(ReasonCode.CASE_MISMATCH);
        }
        boolean ours = policy.jurisdiction().equals(request.discloser().jurisdiction());
        return ours ? Optional.empty() : Optional.of(ReasonCode.POLICY_OF_ANOTHER_COUNTRY);
    }

    private static Decision withholdAll(Policy policy, DisclosureRequest request, ReasonCode reason) {
        Map<Category, CategoryDecision> answers = new EnumMap<>(Category.class);
        request.categories().forEach(category -> answers.put(category, new CategoryDecision.Withhold(reason)));
        return new Decision(policy.version(), answers);
    }
}
