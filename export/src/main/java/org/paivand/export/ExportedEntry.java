package org.paivand.export;

import static org.paivand.disclosure.Canonical.require;

import org.paivand.disclosure.event.DisclosureEvent;

/**
 * An entry that was opened, and where it stands.
 *
 * @param log the log's origin (C2SP tlog-checkpoint)
 * @param index from 0
 */
public record ExportedEntry(String log, long index, DisclosureEvent event) {
    public ExportedEntry {
        require(
                !log.isEmpty() && log.chars().allMatch(c -> c > ' ' && c <= '~'),
                "an origin is made of visible ASCII characters");
        require(index >= 0, "an index is not negative");
    }

    /** The host in the origin, which is a URL without its scheme. */
    public String host() {
        int slash = log.indexOf('/');
        return slash > 0 ? log.substring(0, slash) : log;
    }
}
