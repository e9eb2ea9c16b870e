package org.paivand.audit.bundle;

import java.io.IOException;
import java.util.Optional;
import org.paivand.audit.log.LogUnavailableException;

/** What a selection holds, one after the other by ascending index. Shredded openings are left out. */
@FunctionalInterface
public interface SelectionSource {
    /** Empty after the last one. */
    Optional<Selected> next() throws IOException, LogUnavailableException;

    /** One entry to be shown. */
    record Selected(long index, Evidence evidence) {}
}
