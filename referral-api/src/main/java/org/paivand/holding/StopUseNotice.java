package org.paivand.holding;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.RetentionBasis;

/**
 * A holder was asked to stop using what it received.
 *
 * @param id of the entry that asked
 * @param answerBy exclusive
 * @param lifted the person restored the consent, so nothing is asked any more
 */
public record StopUseNotice(
        UUID id,
        CaseId caseId,
        AgencyId holder,
        UUID consentId,
        Instant at,
        Instant answerBy,
        Set<Part> parts,
        Optional<Answered> answered,
        boolean lifted) {
    /** What of it is asked about. */
    public record Part(UUID disclosure, UUID reference, Category category, Instant at, boolean onward) {}

    /** What the holder said. */
    public record Answered(HolderAnswer answer, Instant at) {}

    public StopUseNotice {
        parts = Set.copyOf(parts);
    }

    /** Where a notice stands. */
    public enum State {
        ASKED,
        ERASED,
        RETAINED,
        OVERDUE,
        LIFTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (lifted) {
            return State.LIFTED;
        }
        return answered.map(said -> said.answer()
                        .fold(
                                erased -> State.ERASED,
                                kept -> now.isBefore(kept.until()) ? State.RETAINED : State.OVERDUE))
                .orElse(now.isBefore(answerBy) ? State.ASKED : State.OVERDUE);
    }

    /** Whether an answer is still of use: what is kept may be erased later, or kept for longer; what is erased stays so. */
    public boolean isOpen() {
        return !lifted
                && answered.map(said -> said.answer().fold(erased -> false, kept -> true))
                        .orElse(true);
    }

    public Set<Category> categories() {
        return parts.stream().map(Part::category).collect(Collectors.toSet());
    }

    /** What the holder has no more once it answers so: in a journey the way to reach the traveller stays, and nothing else. */
    Set<Part> erasedBy(HolderAnswer answer) {
        return answer.fold(
                erased -> parts,
                kept -> kept.basis() == RetentionBasis.JOURNEY
                        ? parts.stream()
                                .filter(part -> !Journeys.NEEDED.contains(part.category()))
                                .collect(Collectors.toSet())
                        : Set.of());
    }
}
