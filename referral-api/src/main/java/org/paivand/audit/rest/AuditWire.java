package org.paivand.audit.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.paivand.audit.desk.AuditDesk.Opened;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.entry.ProvenEntry;
import org.paivand.entry.ProvenEntry.Standing;

/** The contract's bodies about the log. An event is shown as the very bytes its entry commits to. */
public final class AuditWire {
    private AuditWire() {}

    /** The contract's NewBundle. */
    public record NewBundle(Instant from, Instant to) {}

    /** The contract's AuditRow. */
    public record AuditRow(
            Optional<String> log,
            Optional<Long> index,
            @JsonRawValue String event) {
        static AuditRow of(Opened opened) {
            return new AuditRow(opened.found().log(), boxed(opened.found().index()), text(opened.opening()));
        }
    }

    /** The contract's AuditPage. */
    public record AuditPage(List<AuditRow> items, Optional<String> next) {}

    /** The contract's Opening. */
    public record OpeningView(String salt, String event) {}

    /** The contract's AuditEntry. */
    public record AuditEntry(
            String entry,
            @JsonRawValue String event,
            OpeningView opening,
            Optional<String> log,
            Optional<Long> index,
            Optional<Long> treeSize,
            Optional<List<String>> proof,
            Optional<String> checkpoint) {
        static AuditEntry of(ProvenEntry proven, Optional<Long> treeSize) {
            Opening opening = proven.opening();
            Optional<Standing> standing = proven.standing();
            return new AuditEntry(
                    HexFormat.of().formatHex(proven.found().entry().encode()),
                    text(opening),
                    new OpeningView(
                            HexFormat.of().formatHex(opening.salt()),
                            Base64.getEncoder().encodeToString(opening.event())),
                    proven.found().log(),
                    boxed(proven.found().index()),
                    treeSize,
                    standing.map(known ->
                            known.proof().path().stream().map(Hash::base64).toList()),
                    standing.map(known -> new String(known.checkpoint().encode(), StandardCharsets.UTF_8)));
        }
    }

    private static Optional<Long> boxed(OptionalLong index) {
        return index.isPresent() ? Optional.of(index.getAsLong()) : Optional.empty();
    }

    private static String text(Opening opening) {
        return new String(opening.event(), StandardCharsets.UTF_8);
    }
}
