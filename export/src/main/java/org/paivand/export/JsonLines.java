package org.paivand.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.paivand.disclosure.json.EventJson;

/**
 * {@code {"log":…,"index":…,"event":…}} a line; the event is the very bytes that its entry commits to. Of one that was shredded,
 * {@code "shredded"} stands in its place.
 */
final class JsonLines implements EntryWriter {
    private final OutputStream out;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedEntry entry) throws IOException {
        line(entry, "event", EventJson.write(entry.event()));
    }

    @Override
    public void write(ShreddedEntry entry) throws IOException {
        ObjectNode left = JsonNodeFactory.instance.objectNode();
        left.put("type", entry.type());
        left.put("eventId", entry.eventId().toString());
        left.put("occurredAt", entry.occurredAt().toString());
        left.put("agency", entry.agency());
        left.put("user", entry.user());
        entry.recipient().ifPresent(recipient -> left.put("recipient", recipient));
        entry.purpose().ifPresent(purpose -> left.put("purpose", purpose));
        list(left, "outcomes", entry.outcomes());
        list(left, "released", entry.released());
        list(left, "withheld", entry.withheld());
        left.putObject("certificate").put("log", entry.certifiedIn()).put("index", entry.certificate());
        line(entry, "shredded", left.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void list(ObjectNode node, String name, List<String> codes) {
        if (!codes.isEmpty()) {
            codes.forEach(node.putArray(name)::add);
        }
    }

    private void line(Exported entry, String name, byte[] json) throws IOException {
        String log = new String(JsonStringEncoder.getInstance().quoteAsString(entry.log()));
        out.write(("{\"log\":\"" + log + "\",\"index\":" + entry.index() + ",\"" + name + "\":")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(json);
        out.write("}\n".getBytes(StandardCharsets.US_ASCII));
    }
}
