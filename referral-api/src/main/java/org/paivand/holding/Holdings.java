package org.paivand.holding;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;

/** Where it is kept who holds what. Bound to one transaction. */
public interface Holdings {
    void add(Collection<Holding> disclosed) throws SQLException;

    /** What others still hold of the case, the oldest first; without what they said they erased. */
    List<Holding> ofCase(CaseId caseId) throws SQLException;

    /**
     * What the agency has to erase some day, the earliest first. Where the same category came again through the same referral, the
     * newest counts.
     */
    List<Kept> kept(AgencyId holder, Optional<Place> after, int limit) throws SQLException;

    /** The same of one disclosure, held until the transaction ends; empty unless the agency has something of it. */
    Optional<Kept> lock(AgencyId holder, UUID disclosure) throws SQLException;

    /** When the agency last said that it erased something of that disclosure. */
    Optional<Instant> erasedAt(AgencyId holder, UUID disclosure) throws SQLException;

    /** The holder said that it has no more of these categories by that disclosure, nor by an earlier one through its referral. */
    void erased(UUID disclosure, Set<Category> categories, Instant at) throws SQLException;

    /**
     * What one disclosure left with its holder.
     *
     * @param retainUntil exclusive
     */
    record Kept(
            UUID disclosure,
            CaseId caseId,
            AgencyId holder,
            UUID reference,
            Set<Category> categories,
            boolean onward,
            Instant at,
            Instant retainUntil) {
        public Kept {
            categories = Set.copyOf(categories);
        }
    }

    /** Where a page ended. */
    record Place(Instant time, UUID id) {}
}
