package org.paivand.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.event.Erasure;

/** The openings of entries by the year in which they were sealed, which is the year of their key. Bound to one transaction. */
public interface SealedOpenings {
    /** Held until the transaction ends: two who would shred the same come after each other. */
    void lock();

    /**
     * What the year's key sealed, a member for each log, the oldest log first. Reads the whole log.
     *
     * @return empty while one of these entries waits for its index, or for a checkpoint that counts; a log that has ended is signed
     *     for as far as it ever will be
     */
    Optional<List<Erasure.OfOpenings>> settled(int year);

    /** Whether a disclosure of that year must be reviewed and hasn't been. */
    boolean underReview(int year);

    /** Whether there is a certificate for the year which is proven, or will be. */
    boolean certified(int year);

    /** Remembers, beside the entry of a certificate, of which year's key it tells. */
    void certify(int year, UUID certificate);

    /** The years whose key has to be gone, ascending. */
    List<Integer> certifiedYears();
}
