package org.paivand.registry;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;

/** What an agency has under way, for whoever finds others to take it over. Bound to one transaction. */
public interface LiveCases {
    /** How many cases it controls that weren't erased. */
    long controlled(AgencyId agency) throws SQLException;

    /** The open referrals that it sent or received, or whose case it controls, the newest first. */
    List<LiveReferral> referrals(AgencyId agency, Instant now, Optional<Cursor> after, int limit) throws SQLException;

    /**
     * An open referral as people outside of it may know it: neither whom it is about nor what for.
     *
     * @param controller of its case now
     */
    record LiveReferral(
            UUID id,
            String state,
            AgencyId from,
            AgencyId to,
            AgencyId controller,
            Instant offeredAt,
            Instant respondBy) {}
}
