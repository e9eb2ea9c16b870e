package org.paivand.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.paivand.disclosure.json.EventJson;

/** {@code {"log":…,"index":…,"event":…}} a line; the event is the very bytes that its entry commits to. */
final class JsonLines implements EntryWriter {
    private final OutputStream out;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedEntry entry) throws IOException {
        String log = new String(JsonStringEncoder.getInstance().quoteAsString(entry.log()));
        out.write(("{\"log\":\"" + log + "\",\"index\":" + entry.index() + ",\"event\":")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(EventJson.write(entry.event()));
        out.write("}\n".getBytes(StandardCharsets.US_ASCII));
    }
}
