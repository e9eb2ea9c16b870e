package org.paivand.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.event.DisclosureEvent;

/** Entries stand in the order of their commits, which is that of their times but for {@link #TOLERANCE}. */
final class Times implements Rule {
    /** Transactions overtake each other by seconds; clocks of a node and of its witnesses differ by no more than this. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Optional<Instant> witnessed;
    private final Findings findings;
    private Instant latest = Instant.MIN;

    Times(Optional<Instant> witnessed, Findings findings) {
        this.witnessed = witnessed;
        this.findings = findings;
    }

    @Override
    public void see(long index, DisclosureEvent event) {
        Instant at = event.head().occurredAt();
        if (isMuchLater(latest, at)) {
            findings.add(index, Fault.TIME_IMPLAUSIBLE, "it occurred long before an entry that stands before it");
            latest = at;
        }
        latest = at.isAfter(latest) ? at : latest;
        if (witnessed.isPresent() && isMuchLater(at, witnessed.get())) {
            findings.add(index, Fault.TIME_IMPLAUSIBLE, "it occurred after a witness had seen it in the log");
        }
    }

    private static boolean isMuchLater(Instant one, Instant other) {
        return one.isAfter(other) && Duration.between(other, one).compareTo(TOLERANCE) > 0;
    }
}
