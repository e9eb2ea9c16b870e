package org.paivand.verifier;

import org.paivand.disclosure.event.DisclosureEvent;

/** What can be told only by looking at one entry after the other. */
interface Rule {
    /** Hears of each event that could be read, by ascending index. */
    void see(long index, DisclosureEvent event);

    /** After the last entry. */
    default void end() {}
}
