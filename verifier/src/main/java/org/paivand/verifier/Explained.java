package org.paivand.verifier;

import java.util.Optional;
import org.paivand.disclosure.event.DisclosureEvent;

/**
 * What came of one entry by itself.
 *
 * @param event absent if it was not opened or can't be read
 * @param replayed whether its decision was made again with the same outcome
 */
record Explained(
        long index, State state, Optional<DisclosureEvent> event, boolean replayed, Optional<Finding> finding) {
    enum State {
        OPENED,
        SHREDDED,
        UNEXPLAINED,
        /** It has an opening, which is that of another entry. */
        DIFFERS
    }
}
