package org.paivand.verifier;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EmergencyNote;
import org.paivand.disclosure.event.Reviewed;

/** A break-glass disclosure is reviewed before the time it names. */
final class Reviews implements Rule {
    private static final int MOST_OPEN = 1 << 16;

    private final Extent extent;
    private final Findings findings;
    private final Map<UUID, Owed> open = new HashMap<>();
    private Instant latest = Instant.MIN;

    Reviews(Extent extent, Findings findings) {
        this.extent = extent;
        this.findings = findings;
    }

    /** A review that has not been seen yet. */
    private record Owed(long index, Instant due) {}

    @Override
    public void see(long index, DisclosureEvent event) {
        Instant at = event.head().occurredAt();
        latest = at.isAfter(latest) ? at : latest;
        if (event instanceof Disclosure disclosure) {
            disclosure.breakGlass().ifPresent(note -> owe(index, disclosure, note));
        }
        if (event instanceof Reviewed review) {
            Optional<Owed> owed = Optional.ofNullable(open.remove(review.disclosure()));
            if (owed.isPresent() && !at.isBefore(owed.get().due())) {
                findings.add(
                        owed.get().index(),
                        Fault.REVIEW_OVERDUE,
                        "due by " + owed.get().due() + ", reviewed in entry " + index + " at " + at);
            }
        }
    }

    private void owe(long index, Disclosure disclosure, EmergencyNote note) {
        if (open.size() < MOST_OPEN) {
            open.put(disclosure.head().eventId(), new Owed(index, note.reviewDue()));
        } else {
            findings.note(index, "too many reviews are open: whether this one was made was not looked at");
        }
    }

    @Override
    public void end() {
        open.values().stream()
                .sorted((one, other) -> Long.compare(one.index(), other.index()))
                .forEach(this::missing);
    }

    /** Beyond its last entry a bundle shows nothing, unless it is the log's last: then the witnesses' time counts. */
    private void missing(Owed review) {
        Instant shownUntil =
                extent.toLast() ? extent.witnessed().filter(latest::isBefore).orElse(latest) : latest;
        if (extent.isPeriod() && !review.due().isAfter(shownUntil)) {
            findings.add(review.index(), Fault.REVIEW_OVERDUE, "due by " + review.due() + ", and not reviewed");
        } else {
            findings.note(
                    review.index(), "break-glass, to be reviewed by " + review.due() + "; no review is shown here");
        }
    }
}
