package org.paivand.export;

import static org.paivand.disclosure.Canonical.require;

import java.io.IOException;
import org.paivand.disclosure.event.DisclosureEvent;

/**
 * An entry that was opened, and where it stands.
 *
 * @param log the log's origin (C2SP tlog-checkpoint)
 * @param index from 0
 */
public record ExportedEntry(String log, long index, DisclosureEvent event) implements Exported {
    public ExportedEntry {
        require(
                !log.isEmpty() && log.chars().allMatch(c -> c > ' ' && c <= '~'),
                "an origin is made of visible ASCII characters");
        require(index >= 0, "an index is not negative");
    }

    @Override
    public String type() {
        return event.type().code();
    }

    @Override
    public void writeTo(EntryWriter writer) throws IOException {
        writer.write(this);
    }
}
