package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.paivand.casefile.Sealed;
import org.paivand.disclosure.AgencyId;

/** What the two agencies of a referral wrote to each other, sealed. Bound to one transaction. */
public interface Messages {
    /**
     * A message as it is kept.
     *
     * @param id under which a repeated request finds it
     * @param number from 1 in the referral
     */
    record Kept(UUID id, int number, AgencyId by, Instant at, Sealed sealed) {}

    /** The oldest first. */
    List<Kept> of(ReferralId id) throws SQLException;

    /** The number of the newest; 0 if there is none. */
    int last(ReferralId id) throws SQLException;

    void add(ReferralId id, Kept message) throws SQLException;
}
