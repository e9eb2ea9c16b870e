package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

/**
 * Entries left the node, as a bundle or a file.
 *
 * @param firstIndex of the first that left
 * @param endIndex one more than the index of the last
 * @param treeSize the size of the log it was made from
 * @param entries how many left
 */
public record Export(EventHead head, ExportScope scope, long firstIndex, long endIndex, long treeSize, long entries)
        implements DisclosureEvent {
    public Export {
        require(0 <= firstIndex && firstIndex <= endIndex && endIndex <= treeSize, "an export lies in the log");
        require(0 <= entries && entries <= endIndex - firstIndex, "an export has no more entries than indexes");
        require(scope == ExportScope.SELECTION || entries == endIndex - firstIndex, "a period is whole");
    }

    /** All between two indexes. */
    public Export(EventHead head, long firstIndex, long endIndex, long treeSize) {
        this(head, ExportScope.PERIOD, firstIndex, endIndex, treeSize, endIndex - firstIndex);
    }

    @Override
    public EventType type() {
        return EventType.EXPORT;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.export(this);
    }
}
