package org.paivand.onboarding;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.agency.Agency;

/** The registry, as far as agencies come into it and leave it. */
public interface AgencyRegister {
    /** As the transaction sees it. */
    Optional<Agency> find(Transaction transaction, AgencyId id);

    /** Whether the registry could hold it: every agency it refers to is there. */
    boolean fits(Transaction transaction, Agency agency);

    /**
     * Takes an agency in.
     *
     * @param first who approved before the caller did
     * @throws org.paivand.problem.ProblemException {@code conflict} if it is there already, or doesn't fit any more
     */
    void admit(Transaction transaction, Agency agency, String first, Caller second, UUID exchange, Instant now)
            throws SQLException;

    /** Suspends an agency, from the commit on. Returns whether it was active: nothing is changed if it was not. */
    boolean suspend(Transaction transaction, AgencyId id, Caller by, UUID exchange, Instant now) throws SQLException;
}
