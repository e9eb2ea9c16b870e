package org.paivand.audit.check;

import java.util.Locale;

/**
 * Where a log's rows first contradict each other.
 *
 * @param log its origin
 * @param index of the entry; of a tile or a root, the first entry that it is about
 */
public record Finding(String log, long index, What what) {
    /** What is not as it was. */
    public enum What {
        /** No row, or one that is no entry. */
        ENTRY,
        /** No event has the entry's bytes. */
        EVENT,
        /** The sealed opening can't be opened, or opens another entry. */
        OPENING,
        /** The stored root of a tile isn't that of its entries. */
        TILE,
        /** The head isn't where the entries end, or has another root. */
        HEAD,
        /** A published checkpoint isn't signed by the log's key. */
        CHECKPOINT,
        /** A checkpoint that is signed tells of other entries than these. */
        ROOT
    }

    /** For operators: nothing in it tells of anybody. */
    public String text() {
        return what.name().toLowerCase(Locale.ROOT) + " at index " + index + " of " + log;
    }
}
