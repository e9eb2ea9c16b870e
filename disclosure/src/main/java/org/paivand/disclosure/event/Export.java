package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

/**
 * Entries left the node as a bundle.
 *
 * @param treeSize the size of the log it was made from
 */
public record Export(EventHead head, long firstIndex, long endIndex, long treeSize) implements DisclosureEvent {
    public Export {
        require(0 <= firstIndex && firstIndex <= endIndex && endIndex <= treeSize, "an export lies in the log");
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
