package org.paivand.audit.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.note.SignedNote;

/** What an auditor wants a bundle of. */
public sealed interface EvidenceWanted {
    /** Everything that occurred in {@code [from, to)}, in the log of that origin or the one that is written now. */
    record Period(Optional<String> log, Instant from, Instant to) implements EvidenceWanted {}

    /** What one agency did in {@code [from, to)}. */
    record OfAgency(Optional<String> log, String agency, Instant from, Instant to) implements EvidenceWanted {}

    /** The case that an event concerns. */
    record OfCase(UUID eventId) implements EvidenceWanted {}

    /** Everything after a checkpoint that the auditor kept. */
    record Since(SignedNote checkpoint) implements EvidenceWanted {}
}
