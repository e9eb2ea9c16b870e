package org.paivand.audit.bundle;

import java.io.IOException;
import org.paivand.audit.log.LogUnavailableException;

/** Where openings come from; asked once for each covered index, ascending, so that nothing need be held. */
@FunctionalInterface
public interface EvidenceSource {
    Evidence at(long index) throws IOException, LogUnavailableException;
}
