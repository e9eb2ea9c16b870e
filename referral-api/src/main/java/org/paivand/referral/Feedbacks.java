package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.paivand.casefile.Sealed;

/** What persons said of the help, one answer a referral, sealed. Bound to one transaction. */
public interface Feedbacks {
    /**
     * An answer as it is kept.
     *
     * @param version from 1
     */
    record Kept(int version, Sealed sealed, Instant at) {}

    Optional<Kept> of(ReferralId id) throws SQLException;

    /** In the place of the one before. */
    void put(ReferralId id, Kept answer) throws SQLException;
}
