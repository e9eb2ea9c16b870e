package org.paivand.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.capacity.Placement.State;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.search.CapacityBand;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceType;

/**
 * What a referral does to places as it goes its way: an offer holds one, an acceptance occupies it, an end frees it. Called in the
 * transaction that changes the referral; rows of capacity are locked after the referral's, in the order of their ids.
 */
public final class Places {
    private final Function<Transaction, Capacities> capacities;
    private final Directories directories;

    public Places(Function<Transaction, Capacities> capacities, Directories directories) {
        this.capacities = capacities;
        this.directories = directories;
    }

    /**
     * Holds a place of a service for each type that is asked for and whose services keep a capacity. Where none is free the
     * referral waits, if the waitlist is open, the number is stale or it can't wait.
     *
     * @throws ProblemException {@code no-place} if it may not wait
     */
    public void hold(Transaction transaction, Wish wish, Instant now) {
        Capacities bound = capacities.apply(transaction);
        List<Service> services = candidates(wish);
        Map<Service, Capacity> kept = new TreeMap<>(byId());
        services.forEach(service -> bound.lock(service.id()).ifPresent(capacity -> kept.put(service, capacity)));
        Map<Service, State> placed = new TreeMap<>(byId());
        for (ServiceType type : wish.types()) {
            List<Service> offering = services.stream()
                    .filter(service -> service.types().contains(type))
                    .toList();
            if (offering.stream().noneMatch(placed::containsKey)) {
                place(bound, offering, kept, wish.cannotWait(), now)
                        .ifPresent(chosen -> placed.put(chosen.service(), chosen.state()));
            }
        }
        placed.forEach((service, state) -> {
            bound.put(new Placement(wish.referral(), service.id(), state, wish.until()));
            Optional.ofNullable(kept.get(service)).map(Capacity::touched).ifPresent(bound::replace);
        });
    }

    /**
     * Holds a place for each of several referrals to one provider, or none.
     *
     * @throws ProblemException {@code no-place} if not each of them gets one or may wait, with how many are free
     */
    public void holdAll(Transaction transaction, List<Wish> wishes, Instant now) {
        CapacityBand free = CapacityBand.of(free(capacities.apply(transaction), wishes.get(0), now));
        try {
            wishes.forEach(wish -> hold(transaction, wish, now));
        } catch (ProblemException tooFew) {
            throw tooFew.code() == ProblemCode.NO_PLACE ? ProblemException.noPlace(free.code()) : tooFew;
        }
    }

    private int free(Capacities bound, Wish wish, Instant now) {
        return candidates(wish).stream()
                .flatMap(service -> bound.lock(service.id()).stream())
                .mapToInt(capacity -> capacity.available(bound.held(capacity.service(), now)))
                .max()
                .orElse(0);
    }

    private record Chosen(Service service, State state) {}

    private static Optional<Chosen> place(
            Capacities bound, List<Service> offering, Map<Service, Capacity> kept, boolean cannotWait, Instant now) {
        List<Service> full = new ArrayList<>();
        for (Service service : offering) {
            Optional<Capacity> capacity = Optional.ofNullable(kept.get(service));
            if (capacity.isPresent()) {
                if (capacity.get().available(bound.held(service.id(), now)) > 0) {
                    return Optional.of(new Chosen(service, State.HELD));
                }
                full.add(service);
            }
        }
        if (full.size() < offering.size() || full.isEmpty()) {
            // One that keeps no capacity may have room.
            return Optional.empty();
        }
        return Optional.of(full.stream()
                .filter(service -> cannotWait || mayWait(kept, service, now))
                .findFirst()
                .map(service -> new Chosen(service, State.WAITING))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NO_PLACE)));
    }

    private static boolean mayWait(Map<Service, Capacity> kept, Service service, Instant now) {
        return Optional.ofNullable(kept.get(service))
                .filter(capacity -> capacity.waitlist() == Waitlist.OPEN || !capacity.isFresh(now))
                .isPresent();
    }

    /**
     * Occupies what was held, or what is free now.
     *
     * @param waiting accept although no place is free; the person waits, or the provider makes room
     * @throws ProblemException {@code no-place} if there is none, that is fresh, and it isn't {@code waiting}
     */
    public void occupy(Transaction transaction, UUID referral, boolean waiting, Instant now) {
        Capacities bound = capacities.apply(transaction);
        for (Placement placement : bound.placements(referral)) {
            Capacity capacity = bound.lock(placement.service()).orElseThrow();
            Optional<Capacity> occupied = placement.isHeld(now)
                    ? capacity.occupy()
                    : Optional.of(capacity)
                            .filter(full -> full.available(bound.held(placement.service(), now)) > 0)
                            .flatMap(Capacity::occupy);
            if (occupied.isEmpty() && !waiting && capacity.isFresh(now)) {
                throw ProblemException.of(ProblemCode.NO_PLACE);
            }
            bound.put(placement.becoming(occupied.isPresent() ? State.TAKEN : State.WAITING));
            bound.replace(occupied.orElseGet(capacity::touched));
        }
    }

    /** Gives back what the referral held or occupied. */
    public void free(Transaction transaction, UUID referral) {
        Capacities bound = capacities.apply(transaction);
        for (Placement placement : bound.placements(referral)) {
            Capacity capacity = bound.lock(placement.service()).orElseThrow();
            bound.replace(placement.state() == State.TAKEN ? capacity.free() : capacity.touched());
        }
        bound.remove(referral);
    }

    private List<Service> candidates(Wish wish) {
        return directories.current().servicesOf(wish.provider()).stream()
                .filter(service -> wish.service()
                        .filter(meant -> !meant.equals(service.id()))
                        .isEmpty())
                .filter(service -> service.types().stream().anyMatch(wish.types()::contains))
                .sorted(byId())
                .toList();
    }

    private static Comparator<Service> byId() {
        return Comparator.comparing(service -> service.id().value());
    }
}
