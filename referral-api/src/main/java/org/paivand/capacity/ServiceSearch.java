package org.paivand.capacity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.paivand.agreement.AgreementStore;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Party;
import org.paivand.policy.PoliciesInForce;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.search.Allowances;
import org.paivand.registry.search.Matching;
import org.paivand.registry.search.Matching.Ranked;
import org.paivand.registry.search.ServiceQuery;

/** Answers stage-0 queries as directory, agreements, policy and places stand now. No person is in it, so it is no log entry. */
public final class ServiceSearch {
    private final Database database;
    private final Function<Transaction, Capacities> capacities;
    private final AgreementStore agreements;
    private final PoliciesInForce policies;
    private final Directories directories;
    private final InstantSource clock;
    private final AtomicReference<Matching> matching;

    public ServiceSearch(
            Database database,
            Function<Transaction, Capacities> capacities,
            AgreementStore agreements,
            PoliciesInForce policies,
            Directories directories,
            InstantSource clock) {
        this.database = database;
        this.capacities = capacities;
        this.agreements = agreements;
        this.policies = policies;
        this.directories = directories;
        this.clock = clock;
        this.matching = new AtomicReference<>(new Matching(directories.current()));
    }

    /** What was found, at that instant. */
    public record Found(Ranked ranked, Instant at, Directory directory) {}

    public Found search(Caller caller, ServiceQuery query, int limit) {
        Directory current = directories.current();
        Party asker = current.agency(caller.agency()).orElseThrow().party();
        Matching indexed = indexed(current);
        return database.commit(transaction -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Allowances allowances = new Allowances(
                    agreements.all(transaction), policies.at(transaction, now).policy(), asker, query.purpose(), now);
            Capacities bound = capacities.apply(transaction);
            return new Found(
                    indexed.rank(query, allowances, services -> bound.vacancies(services, now), now, limit),
                    now,
                    current);
        });
    }

    private Matching indexed(Directory current) {
        return matching.updateAndGet(known -> known.isOf(current) ? known : new Matching(current));
    }
}
