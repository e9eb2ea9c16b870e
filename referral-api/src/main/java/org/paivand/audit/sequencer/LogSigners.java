package org.paivand.audit.sequencer;

import java.util.Optional;
import org.paivand.audit.note.NoteSigner;

/** The keys of this node's logs, each of one log. A log whose key is gone can be read and proven, and not continued. */
@FunctionalInterface
public interface LogSigners {
    Optional<NoteSigner> of(String origin);
}
