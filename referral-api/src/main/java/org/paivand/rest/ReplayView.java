package org.paivand.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.ReasonTexts;

/** The contract's Replay: a decision that was made again. Codes and reasons, never a value. */
public record ReplayView(
        UUID eventId, Instant decidedAt, String policyVersion, boolean equal, List<ReplayedCategory> categories) {

    /** The contract's ReplayedCategory. */
    public record ReplayedCategory(
            String category,
            String outcome,
            Optional<String> basis,
            Optional<Instant> validUntil,
            Optional<String> reasonCode,
            Optional<Texts> reason) {}

    /** One text in three languages. */
    public record Texts(String tg, String ru, String en) {}

    public static ReplayView of(UUID eventId, Instant decidedAt, Decision decision, boolean equal) {
        List<ReplayedCategory> categories = decision.categories().entrySet().stream()
                .map(ReplayView::replayed)
                .toList();
        return new ReplayView(eventId, decidedAt, decision.policyVersion(), equal, categories);
    }

    private static ReplayedCategory replayed(Map.Entry<Category, CategoryDecision> decided) {
        String category = decided.getKey().code();
        return decided.getValue()
                .fold(
                        permit -> new ReplayedCategory(
                                category,
                                "permit",
                                Optional.of(permit.basis().type().code()),
                                Optional.of(permit.validUntil()),
                                Optional.empty(),
                                Optional.empty()),
                        withhold -> new ReplayedCategory(
                                category,
                                "withhold",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(withhold.reason().code()),
                                Optional.of(texts(withhold.reason()))));
    }

    private static Texts texts(ReasonCode reason) {
        return new Texts(
                ReasonTexts.text(reason, Locale.forLanguageTag("tg")),
                ReasonTexts.text(reason, Locale.forLanguageTag("ru")),
                ReasonTexts.text(reason, Locale.ENGLISH));
    }
}
