package org.paivand.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventType;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.disclosure.event.Reviewed;

/**
 * RFC 5424 with all facts as structured data, framed by octet counting (RFC 6587 §3.4.1), so that no byte of a message can end
 * it. Facility {@code local0}.
 */
final class SyslogMessages implements EntryWriter {
    /** The enterprise number that RFC 5612 keeps for documentation: Paivand has none of its own. */
    private static final String SD_ID = "paivand@32473";

    private static final int LOCAL0 = 16;
    private static final int WARNING = 4;
    private static final int NOTICE = 5;
    private static final int INFORMATIONAL = 6;
    private static final int MAX_HOST = 255;

    private final OutputStream out;

    SyslogMessages(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedEntry entry) throws IOException {
        frame(message(entry, severity(entry.event()), entry.event().head().occurredAt(), Cells.of(entry)));
    }

    @Override
    public void write(ShreddedEntry entry) throws IOException {
        frame(message(entry, INFORMATIONAL, entry.occurredAt(), Cells.of(entry)));
    }

    private void frame(String text) throws IOException {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.write(message);
    }

    private static String message(Exported entry, int severity, Instant at, Map<Column, String> cells) {
        String host = entry.host();
        StringBuilder text = new StringBuilder()
                .append('<')
                .append(LOCAL0 * 8 + severity)
                .append(">1 ")
                .append(at)
                .append(' ')
                .append(host, 0, Math.min(host.length(), MAX_HOST))
                .append(" paivand - ")
                .append(entry.type())
                .append(" [")
                .append(SD_ID);
        cells.forEach((column, value) -> {
            if (column != Column.RELEASED_PATHS) {
                text.append(' ')
                        .append(column.header())
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        });
        return text.append("] ").append(sentence(cells)).toString();
    }

    /** RFC 5424 §6.3.3: a backslash before quote, backslash and closing bracket. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
    }

    private static String sentence(Map<Column, String> cells) {
        StringBuilder text = new StringBuilder(cells.getOrDefault(Column.TYPE, ""));
        word(text, " ", cells, Column.CODE);
        word(text, " by ", cells, Column.AGENCY);
        word(text, " to ", cells, Column.RECIPIENT_AGENCY);
        word(text, " for ", cells, Column.PURPOSE);
        word(text, ", shredded by ", cells, Column.SHREDDED_BY);
        return text.toString();
    }

    private static void word(StringBuilder text, String before, Map<Column, String> cells, Column column) {
        if (cells.containsKey(column)) {
            text.append(before).append(cells.get(column));
        }
    }

    private static int severity(DisclosureEvent event) {
        EventType type = event.type();
        boolean unjustified = event instanceof Reviewed review && review.finding() == ReviewFinding.UNJUSTIFIED;
        return switch (type) {
            case BREAK_GLASS, ERASURE_CERTIFICATE, LOG_CHANGE -> WARNING;
            case DENIAL, REGISTRY_CHANGE, POLICY_CHANGE, EXPORT -> NOTICE;
            default -> unjustified ? WARNING : INFORMATIONAL;
        };
    }
}
