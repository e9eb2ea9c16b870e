package org.paivand.export;

import static org.paivand.disclosure.Canonical.require;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry whose opening was shredded when its retention ended, with what is still known of it.
 *
 * @param agency that disclosed, or did what the entry tells
 * @param outcomes codes, as auditors search by them
 * @param released codes of categories
 * @param withheld codes of categories
 * @param certifiedIn the log in which the certificate stands
 * @param certificate its index there
 */
public record ShreddedEntry(
        String log,
        long index,
        String type,
        UUID eventId,
        Instant occurredAt,
        String agency,
        String user,
        Optional<String> recipient,
        Optional<String> purpose,
        List<String> outcomes,
        List<String> released,
        List<String> withheld,
        String certifiedIn,
        long certificate)
        implements Exported {
    public ShreddedEntry {
        require(index >= 0 && certificate >= 0, "an index is not negative");
        outcomes = List.copyOf(outcomes);
        released = List.copyOf(released);
        withheld = List.copyOf(withheld);
    }

    @Override
    public void writeTo(EntryWriter writer) throws IOException {
        writer.write(this);
    }
}
