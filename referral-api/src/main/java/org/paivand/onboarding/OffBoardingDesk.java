package org.paivand.onboarding;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Lets an agency go: at once in the registry, whether or not the realm can be reached, and there as soon as it can. */
public final class OffBoardingDesk {
    private final Database database;
    private final Function<Transaction, AgencyAccesses> accesses;
    private final AgencyRegister register;
    private final RealmLink realm;
    private final LogState log;
    private final InstantSource clock;

    public OffBoardingDesk(
            Database database,
            Function<Transaction, AgencyAccesses> accesses,
            AgencyRegister register,
            RealmLink realm,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.accesses = accesses;
        this.register = register;
        this.realm = realm;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Suspends the agency from the commit on. One registrar is enough, since nobody is trusted more by it; called again it changes
     * nothing.
     *
     * @throws ProblemException {@code not-found} for an agency that the registry doesn't know; {@code conflict} for one's own
     */
    public AgencyAccess offBoard(Caller caller, UUID exchange, AgencyId agency) throws LogNotWritableException {
        log.requireWritable();
        if (!caller.is(Role.REGISTRAR) || caller.is(Role.MACHINE)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        if (caller.agency().equals(agency)) {
            throw ProblemException.of(ProblemCode.CONFLICT); // nobody would be left to take it back
        }
        AgencyAccess access = database.<AgencyAccess, RuntimeException>commit(
                transaction -> offBoard(transaction, caller, exchange, agency));
        realm.wake();
        return access;
    }

    private AgencyAccess offBoard(Transaction transaction, Caller caller, UUID exchange, AgencyId agency)
            throws SQLException {
        if (register.find(transaction, agency).isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AgencyAccesses kept = accesses.apply(transaction);
        Optional<AgencyAccess> known = kept.lock(agency);
        boolean wasActive = register.suspend(transaction, agency, caller, exchange, now);
        if (known.isEmpty()) {
            AgencyAccess unwanted = AgencyAccess.unwanted(agency, UUID.randomUUID(), now);
            kept.add(unwanted);
            return unwanted;
        }
        // Of one that came back since, people may have been let in again by hand: what was revoked then doesn't count.
        if (!wasActive && known.get().state().ending()) {
            return known.get();
        }
        AgencyAccess revoked = known.get().revoke(now);
        kept.replace(revoked);
        return revoked;
    }

    /** @throws ProblemException {@code not-found} for an agency that has no account and was never let go */
    public AgencyAccess read(AgencyId agency) {
        return database.<AgencyAccess, RuntimeException>commit(transaction ->
                accesses.apply(transaction).find(agency).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    }
}
