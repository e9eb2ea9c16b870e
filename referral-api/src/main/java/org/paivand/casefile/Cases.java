package org.paivand.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.GuardianFinding;

/** Where cases are kept. Bound to one transaction. */
public interface Cases {
    void add(CaseFile opened);

    /** Empty where there is none, and where it was erased. */
    Optional<CaseFile> find(CaseId id);

    /** The agency's cases, newest first. */
    default List<CaseFile> controlledBy(AgencyId controller, Optional<Cursor> after, int limit) {
        return controlledBy(controller, Opened.WHENEVER, after, limit);
    }

    /** Those of the agency's cases that were opened then, newest first. */
    List<CaseFile> controlledBy(AgencyId controller, Opened opened, Optional<Cursor> after, int limit);

    /**
     * Locks the case until the transaction ends: many may disclose at once, none while something changes. Taken before
     * anything is read that a decision rests on.
     */
    void lockToDisclose(CaseId id);

    /** Locks the case alone: waits for disclosures under way and holds new ones back until the commit. */
    void lockToChange(CaseId id);

    Optional<byte[]> sealed(CaseId id, Category category);

    void put(CaseId id, CaseFile.SectionHeader header, byte[] sealed);

    void record(CaseId id, GuardianFinding finding);

    /** From the commit on another agency controls it; what was contributed stays its contributors'. */
    void handOver(CaseId id, AgencyId controller);

    /**
     * Takes away what is kept of the case but what consents were and who had it: from the commit on nobody finds it. Its key
     * is noted as one to destroy.
     */
    void erase(CaseId id, Instant now);

    /** Cases that are erased and whose key may still be there. */
    List<CaseId> keysToDestroy();

    void keyDestroyed(CaseId id);

    /** When cases were opened: not before the one instant, and before the other. */
    record Opened(Optional<Instant> since, Optional<Instant> before) {
        public static final Opened WHENEVER = new Opened(Optional.empty(), Optional.empty());
    }

    /** Where the next page begins: after this row, in descending order of time and id. */
    record Cursor(Instant time, String id) {}
}
