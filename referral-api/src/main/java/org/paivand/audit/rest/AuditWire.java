package org.paivand.audit.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.desk.AuditDesk.Shown;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.Content;
import org.paivand.entry.FoundEntry;
import org.paivand.entry.ProvenEntry;
import org.paivand.entry.ReviewDue;

/** The contract's bodies about the log. An event is shown as the very bytes its entry commits to. */
public final class AuditWire {
    private AuditWire() {}

    /** The contract's NewBundle. */
    public record NewBundle(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> log,
            Optional<String> agency,
            Optional<UUID> sameCaseAs,
            Optional<String> since) {}

    /** The contract's ReviewDue. */
    public record ReviewView(
            UUID disclosure,
            Instant occurredAt,
            String discloser,
            Optional<String> recipient,
            Instant reviewDue,
            boolean overdue) {
        static ReviewView of(AuditDesk.Due due) {
            ReviewDue review = due.review();
            return new ReviewView(
                    review.disclosure(),
                    review.occurredAt(),
                    review.agency(),
                    review.recipient(),
                    review.due(),
                    due.overdue());
        }
    }

    /** The contract's ReviewPage. */
    public record ReviewPage(List<ReviewView> items, Optional<String> next) {}

    /** The contract's AuditRow, which has an event or says that it was shredded. */
    public sealed interface Row {
        static Row of(Shown shown) {
            FoundEntry found = shown.found();
            return shown.content()
                    .fold(
                            opening -> new AuditRow(found.log(), boxed(found.index()), text(opening)),
                            shredded -> new ShreddedRow(
                                    found.log(), boxed(found.index()), ShreddedView.of(found, shredded)));
        }
    }

    /** One that was opened. */
    public record AuditRow(
            Optional<String> log,
            Optional<Long> index,
            @JsonRawValue String event) implements Row {}

    /** One that nobody can open any more. */
    public record ShreddedRow(Optional<String> log, Optional<Long> index, ShreddedView shredded) implements Row {}

    /** The contract's AuditPage. */
    public record AuditPage(List<Row> items, Optional<String> next) {}

    /** The contract's Opening. */
    public record OpeningView(String salt, String event) {}

    /** The contract's AuditEntry, which has an event and its opening or says that they were shredded. */
    public sealed interface AnyEntry {
        static AnyEntry of(ProvenEntry proven, Optional<Long> treeSize) {
            return proven.content()
                    .fold(
                            opening -> AuditEntry.of(proven, opening, treeSize),
                            shredded -> ShreddedAuditEntry.of(proven, shredded, treeSize));
        }
    }

    /** One that was opened. */
    public record AuditEntry(
            String entry,
            @JsonRawValue String event,
            OpeningView opening,
            Optional<String> log,
            Optional<Long> index,
            Optional<Long> treeSize,
            Optional<List<String>> proof,
            Optional<String> checkpoint)
            implements AnyEntry {
        private static AnyEntry of(ProvenEntry proven, Opening opening, Optional<Long> treeSize) {
            return new AuditEntry(
                    hex(proven),
                    text(opening),
                    new OpeningView(
                            HexFormat.of().formatHex(opening.salt()),
                            Base64.getEncoder().encodeToString(opening.event())),
                    proven.found().log(),
                    boxed(proven.found().index()),
                    treeSize,
                    path(proven),
                    note(proven));
        }
    }

    /** One that nobody can open any more. */
    public record ShreddedAuditEntry(
            String entry,
            ShreddedView shredded,
            Optional<String> log,
            Optional<Long> index,
            Optional<Long> treeSize,
            Optional<List<String>> proof,
            Optional<String> checkpoint)
            implements AnyEntry {
        private static AnyEntry of(ProvenEntry proven, Content.Shredded shredded, Optional<Long> treeSize) {
            return new ShreddedAuditEntry(
                    hex(proven),
                    ShreddedView.of(proven.found(), shredded),
                    proven.found().log(),
                    boxed(proven.found().index()),
                    treeSize,
                    path(proven),
                    note(proven));
        }
    }

    private static String hex(ProvenEntry proven) {
        return HexFormat.of().formatHex(proven.found().entry().encode());
    }

    private static Optional<List<String>> path(ProvenEntry proven) {
        return proven.standing()
                .map(known -> known.proof().path().stream().map(Hash::base64).toList());
    }

    private static Optional<String> note(ProvenEntry proven) {
        return proven.standing().map(known -> new String(known.checkpoint().encode(), StandardCharsets.UTF_8));
    }

    private static Optional<Long> boxed(OptionalLong index) {
        return index.isPresent() ? Optional.of(index.getAsLong()) : Optional.empty();
    }

    private static String text(Opening opening) {
        return new String(opening.event(), StandardCharsets.UTF_8);
    }
}
