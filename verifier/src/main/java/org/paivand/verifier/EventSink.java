package org.paivand.verifier;

import java.io.IOException;
import org.paivand.disclosure.event.DisclosureEvent;

/** Takes what a bundle tells while it is checked, by ascending index. It counts only if the report says that all is valid. */
@FunctionalInterface
interface EventSink {
    EventSink NONE = (log, index, event) -> {};

    /** @param log its origin */
    void take(String log, long index, DisclosureEvent event) throws IOException;
}
