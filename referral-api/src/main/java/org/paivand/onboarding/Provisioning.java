package org.paivand.onboarding;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;
import org.paivand.realm.Realm;
import org.paivand.realm.RealmException;
import org.paivand.realm.RealmFault;

/**
 * Does in the realm what is due there, one instance at a time and never inside a transaction. What was done is kept only if
 * nothing has changed meanwhile; then it is done again, which does no harm.
 */
public final class Provisioning {
    private static final System.Logger LOG = System.getLogger(Provisioning.class.getName());
    private static final String LEASE = "provisioning";
    private static final Duration TERM = Duration.ofMinutes(5);
    private static final int AT_ONCE = 20;

    private final Database database;
    private final Function<Transaction, AgencyAccesses> accesses;
    private final OnboardingEvents events;
    private final Turn turn;
    private final InstantSource clock;

    public Provisioning(
            Database database,
            Function<Transaction, AgencyAccesses> accesses,
            OnboardingEvents events,
            Leases leases,
            InstantSource clock) {
        this.database = database;
        this.accesses = accesses;
        this.events = events;
        this.turn = new Turn(leases, LEASE, TERM);
        this.clock = clock;
    }

    /** How many were done; none if another instance is at it just now. */
    public int work(Realm realm) {
        return turn.take(held -> work(realm, held)).orElse(0);
    }

    private int work(Realm realm, Turn.Held held) {
        List<AgencyAccess> due = database.<List<AgencyAccess>, RuntimeException>commit(
                transaction -> accesses.apply(transaction).due(now(), AT_ONCE));
        int done = 0;
        for (AgencyAccess access : due) {
            if (!held.renew()) {
                return done;
            }
            done += work(realm, held, access) ? 1 : 0;
        }
        return done;
    }

    private boolean work(Realm realm, Turn.Held held, AgencyAccess access) {
        Optional<RealmFault> fault = tried(realm, access);
        fault.ifPresent(why -> LOG.log(
                Level.WARNING,
                "the account of {0} is still {1}: {2}",
                access.agency().value(),
                access.state().code(),
                why.code()));
        return database.<Boolean, RuntimeException>commit(transaction -> {
            Optional<AgencyAccess> unchanged = accesses.apply(transaction)
                    .lock(access.agency())
                    .filter(found -> found.version() == access.version());
            if (unchanged.isEmpty() || !held.confirm(transaction)) {
                return false;
            }
            Instant now = now();
            accesses.apply(transaction)
                    .replace(fault.map(why -> access.failed(why, now)).orElseGet(access::done));
            if (fault.isEmpty()) {
                events.byNode(
                        transaction,
                        access.state() == AccessState.REVOKING
                                ? RegistryChange.ACCESS_REVOKED
                                : RegistryChange.PROVISIONED,
                        access.agency(),
                        access.digest(),
                        now);
            }
            return fault.isEmpty();
        });
    }

    private static Optional<RealmFault> tried(Realm realm, AgencyAccess access) {
        try {
            if (access.state() == AccessState.REVOKING) {
                realm.revoke(access.account());
            } else {
                realm.provide(access.account());
            }
            return Optional.empty();
        } catch (RealmException failed) {
            return Optional.of(failed.fault());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
