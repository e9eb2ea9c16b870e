package org.paivand.capacity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.search.Vacancy;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;

/** What providers say of their places, and what others are told of them. */
public final class CapacityDesk {
    private final Database database;
    private final Function<Transaction, Capacities> capacities;
    private final Directories directories;
    private final InstantSource clock;

    public CapacityDesk(
            Database database,
            Function<Transaction, Capacities> capacities,
            Directories directories,
            InstantSource clock) {
        this.database = database;
        this.capacities = capacities;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * A service's places now.
     *
     * @param kept empty if the service keeps no capacity here
     */
    public record Count(Service service, Optional<Capacity> kept, int held, Instant at) {}

    /** @throws ProblemException {@code not-found} if there is no such service */
    public Count read(ServiceId id) {
        Service service = service(id);
        return database.commit(transaction -> {
            Capacities bound = capacities.apply(transaction);
            Instant now = now();
            return new Count(service, bound.find(id), bound.held(id, now), now);
        });
    }

    /**
     * Puts what the provider says in the place of what was kept.
     *
     * @param expected the version it replaces, 0 for the first one
     * @throws ProblemException {@code forbidden} for a service of another agency, {@code stale-version} if it changed
     *     meanwhile, be it by a hold; {@code invalid-request} if there can't be so many places beside those held
     */
    public Count state(Caller caller, ServiceId id, int expected, Statement statement) {
        Service service = service(id);
        if (!service.agency().equals(caller.agency())) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        try {
            return database.commit(transaction -> write(capacities.apply(transaction), service, expected, statement));
        } catch (DuplicateKeyException overtaken) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
    }

    /** Of those of the services that keep a capacity. */
    public Map<ServiceId, Vacancy> vacancies(Collection<ServiceId> services) {
        return services.isEmpty()
                ? Map.of()
                : database.commit(transaction -> capacities.apply(transaction).vacancies(services, now()));
    }

    private Count write(Capacities bound, Service service, int expected, Statement statement) {
        Optional<Capacity> before = bound.lock(service.id());
        if (before.map(Capacity::version).orElse(0) != expected) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
        Instant now = now();
        int held = bound.held(service.id(), now);
        Capacity next = statement
                .capacity(service, held, expected + 1, now)
                .orElseThrow(() -> ProblemException.invalid("/available", "contradiction"));
        if (before.isPresent()) {
            bound.replace(next);
        } else {
            bound.add(next);
        }
        return new Count(service, Optional.of(next), held, now);
    }

    private Service service(ServiceId id) {
        return directories.current().service(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
