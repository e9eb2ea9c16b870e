package org.paivand.audit.bundle;

import java.io.IOException;
import java.util.Optional;
import org.paivand.audit.log.LogUnavailableException;

/** Where openings come from; asked once for each covered index, ascending, so that nothing need be held. */
@FunctionalInterface
public interface EvidenceSource {
    /**
     * Empty if the opening was shredded, which a certificate in the log must say; one that should be there and isn't
     * is a {@link LogUnavailableException}.
     */
    Optional<Evidence> at(long index) throws IOException, LogUnavailableException;
}
