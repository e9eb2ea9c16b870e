package org.paivand.outofband.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.ReasonTexts;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.outofband.OutOfBandBook.Recorded;

/** The contract's bodies about what was told outside: codes, and nothing that was told. */
public final class OutOfBandWire {
    private OutOfBandWire() {}

    /** The contract's NewOutOfBandDisclosure. */
    public record NewOutOfBandDisclosure(
            String channel,
            String occurredAt,
            String recordedFor,
            Optional<String> recipient,
            Optional<String> outsider,
            String purpose,
            List<String> categories,
            Optional<UUID> consentId,
            Optional<String> noConsent,
            Optional<UUID> corrects,
            Optional<String> formNumber) {}

    /**
     * The contract's OutOfBandDisclosure.
     *
     * @param founded whether all of it would have been permitted
     */
    public record OutOfBandDisclosureView(
            UUID eventId,
            Instant recordedAt,
            String channel,
            Instant occurredAt,
            String recordedFor,
            Optional<String> recipient,
            Optional<String> outsider,
            String purpose,
            List<String> categories,
            Optional<UUID> consentId,
            Optional<String> noConsent,
            Optional<UUID> corrects,
            Optional<UUID> correctedBy,
            boolean decidedBeforehand,
            boolean founded,
            List<HindsightView> hindsight) {
        static OutOfBandDisclosureView of(Recorded recorded, Locale language) {
            DisclosedOutOfBand event = recorded.event();
            return new OutOfBandDisclosureView(
                    event.head().eventId(),
                    event.head().occurredAt(),
                    event.channel().code(),
                    event.toldAt(),
                    event.head().discloser().agency().value(),
                    event.recipient().map(to -> to.agency().value()),
                    event.outsider().map(Coded::code),
                    event.forPurpose().code(),
                    event.told().stream().map(Coded::code).toList(),
                    event.consentId(),
                    event.noConsent().map(Coded::code),
                    event.corrects(),
                    recorded.correctedBy(),
                    false,
                    event.founded(),
                    event.told().stream()
                            .flatMap(category ->
                                    event.hindsight().stream().map(seen -> HindsightView.of(category, seen, language)))
                            .toList());
        }
    }

    /** The contract's Hindsight: what would have been decided about one category. */
    public record HindsightView(
            String category,
            String outcome,
            Optional<String> basis,
            Optional<String> reasonCode,
            Optional<String> reason) {
        static HindsightView of(Category category, Hindsight seen, Locale language) {
            Optional<Basis> basis = found(seen.permitted(), category);
            Optional<ReasonCode> reason = found(seen.withheld(), category);
            return new HindsightView(
                    category.code(),
                    basis.isPresent() ? "permit" : "withhold",
                    basis.map(ground -> ground.type().code()),
                    reason.map(Coded::code),
                    reason.map(code -> ReasonTexts.text(code, language)));
        }

        private static <T> Optional<T> found(Map<Category, T> all, Category category) {
            return Optional.ofNullable(all.get(category));
        }
    }

    /** The contract's OutOfBandDisclosurePage. */
    public record OutOfBandPage(List<OutOfBandDisclosureView> items, Optional<String> next) {}
}
