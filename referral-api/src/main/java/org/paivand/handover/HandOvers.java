package org.paivand.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;

/** Where hand-overs are kept. Bound to one transaction; all of it is written under the case's lock. */
public interface HandOvers {
    void add(HandOver proposed);

    Optional<HandOver> find(UUID id, Instant now);

    void replace(HandOver decided);

    /** Whether one of the case waits for its answer. */
    boolean open(CaseId caseId, Instant now);

    /** Those that an agency proposed, or was proposed, the newest first. */
    List<HandOver> of(AgencyId agency, Side side, Optional<Cursor> after, int limit, Instant now);

    /** On which side of a hand-over an agency stands. */
    enum Side {
        FROM,
        TO
    }
}
