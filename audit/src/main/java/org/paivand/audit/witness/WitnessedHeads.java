package org.paivand.audit.witness;

import java.io.IOException;
import java.util.Optional;

/** What a witness's key has cosigned last of each log. Safe for use by many threads, and refused to a second process or shared with it. */
public interface WitnessedHeads {
    /** Empty only if nothing of this origin was ever cosigned; what can't be read is an error. */
    Optional<WitnessedHead> last(String origin) throws IOException;

    /**
     * Compares and replaces as one step.
     *
     * @return once {@code next} would survive a power cut; false, and nothing has changed, if {@code expected} is no longer what is kept
     */
    boolean record(String origin, Optional<WitnessedHead> expected, WitnessedHead next) throws IOException;
}
