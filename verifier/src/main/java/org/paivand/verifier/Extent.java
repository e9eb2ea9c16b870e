package org.paivand.verifier;

import java.time.Instant;
import java.util.Optional;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.bundle.Scope;

/**
 * How much of a log a bundle shows, which says what may be concluded from something not being in it.
 *
 * @param witnessed the earliest time at which a witness saw the whole tree
 */
record Extent(Manifest manifest, Optional<Instant> witnessed) {
    boolean isPeriod() {
        return manifest.scope() == Scope.PERIOD;
    }

    /** Nothing of this log came before. */
    boolean fromFirst() {
        return isPeriod() && manifest.from() == 0;
    }

    /** Nothing was in this log after it when the checkpoint was made. */
    boolean toLast() {
        return isPeriod() && manifest.to() == manifest.size();
    }
}
