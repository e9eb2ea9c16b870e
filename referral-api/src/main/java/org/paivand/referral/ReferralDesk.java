package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals.Stored;
import org.paivand.registry.service.ServiceType;
import org.paivand.statistics.StatisticsRows;

/** What the parties of a referral do with it once it is offered. */
public final class ReferralDesk {
    private final Database database;
    private final Function<Transaction, Referrals> referrals;
    private final Places places;
    private final InstantSource clock;

    public ReferralDesk(
            Database database, Function<Transaction, Referrals> referrals, Places places, InstantSource clock) {
        this.database = database;
        this.referrals = referrals;
        this.places = places;
        this.clock = clock;
    }

    /**
     * A referral as one of its parties stands to it.
     *
     * @param allowed what the party may do now; unlike the state's own list it knows of releases
     */
    public record Standing(Stored stored, Party party, List<WorkerId> workers, List<Transition> allowed) {
        public Standing {
            workers = List.copyOf(workers);
            allowed = List.copyOf(allowed);
        }
    }

    /** Empty for a stranger, exactly as for an id that was never given. */
    public Optional<Standing> find(Caller caller, ReferralId id) {
        return database.commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            return bound.find(id, now()).flatMap(stored -> standing(bound, caller.agency(), stored));
        });
    }

    /** The first ones that are wanted. A state may come of time alone (an offer expires), so rows are read until there are enough. */
    public List<Stored> list(
            Caller caller, Party party, Predicate<Referral> wanted, Optional<Cursor> after, int limit) {
        return database.commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            Instant now = now();
            List<Stored> found = new ArrayList<>();
            Optional<Cursor> from = after;
            List<Stored> rows;
            do {
                rows = bound.of(caller.agency(), party, from, limit, now);
                for (Stored row : rows) {
                    Request request = row.referral().request();
                    from = Optional.of(
                            new Cursor(request.offeredAt(), request.id().toString()));
                    if (wanted.test(row.referral())) {
                        found.add(row);
                    }
                }
            } while (rows.size() == limit && found.size() < limit);
            return found.subList(0, Math.min(limit, found.size()));
        });
    }

    /** A change of state, from the state it may be made in; anything else is refused with what may be done. */
    @FunctionalInterface
    public interface Move {
        Optional<? extends Referral> from(Referral referral, Referrals referrals);
    }

    public Standing accept(Caller caller, ReferralId id, Optional<Integer> expected) {
        return accept(caller, id, expected, false);
    }

    /**
     * @param waiting accept although no place is free: the person waits, or the provider makes room
     * @throws ProblemException {@code no-place} if none is free, that is fresh, and it isn't {@code waiting}
     */
    public Standing accept(Caller caller, ReferralId id, Optional<Integer> expected, boolean waiting) {
        return move(
                caller,
                id,
                Party.PROVIDER,
                expected,
                waiting,
                (referral, all) -> referral instanceof Referral.Offered offered
                        ? Optional.of(offered.accept())
                        : Optional.empty());
    }

    public Standing decline(Caller caller, ReferralId id, Optional<Integer> expected, DeclineCode code) {
        return move(caller, id, Party.PROVIDER, expected, (referral, all) -> {
            if (referral instanceof Referral.Offered offered) {
                return Optional.of(offered.decline(code));
            }
            return referral instanceof Referral.Accepted accepted && !all.released(id)
                    ? Optional.of(accepted.declineBeforeAnyRelease(code))
                    : Optional.empty();
        });
    }

    public Standing cancel(Caller caller, ReferralId id, Optional<Integer> expected) {
        return move(
                caller,
                id,
                Party.SENDER,
                expected,
                (referral, all) -> referral instanceof Referral.Offered offered
                        ? Optional.of(offered.cancel())
                        : Optional.empty());
    }

    public Standing proceed(Caller caller, ReferralId id, Optional<Integer> expected, Step step) {
        return move(caller, id, Party.PROVIDER, expected, (referral, all) -> {
            if (referral instanceof Referral.Accepted accepted) {
                return Optional.of(accepted.begin(step));
            }
            return referral instanceof Referral.InProgress under ? Optional.of(under.proceed(step)) : Optional.empty();
        });
    }

    public Standing complete(
            Caller caller, ReferralId id, Optional<Integer> expected, Outcome outcome, List<ServiceType> delivered) {
        return move(
                caller,
                id,
                Party.PROVIDER,
                expected,
                (referral, all) -> referral instanceof Referral.InProgress under
                        ? Optional.of(under.complete(outcome, delivered))
                        : Optional.empty());
    }

    /** Assigning again changes nothing. */
    public Standing assign(Caller caller, ReferralId id, Optional<Integer> expected, WorkerId worker) {
        return database.commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            Standing standing = locked(bound, caller, id, Party.PROVIDER, expected);
            if (!standing.stored().referral().allowed(Party.PROVIDER).contains(Transition.ASSIGNMENTS)) {
                throw illegal(standing);
            }
            bound.assign(id, worker, now());
            return locked(bound, caller, id, Party.PROVIDER, Optional.empty());
        });
    }

    private Standing move(Caller caller, ReferralId id, Party party, Optional<Integer> expected, Move move) {
        return move(caller, id, party, expected, false, move);
    }

    private Standing move(
            Caller caller, ReferralId id, Party party, Optional<Integer> expected, boolean waiting, Move move) {
        return database.commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            Standing standing = locked(bound, caller, id, party, expected);
            Referral before = standing.stored().referral();
            Referral after = move.from(before, bound).map(Referral.class::cast).orElseThrow(() -> illegal(standing));
            bound.replace(standing.stored(), after, now());
            placed(transaction, after, waiting);
            closed(transaction, after);
            return locked(bound, caller, id, party, Optional.empty());
        });
    }

    private void placed(Transaction transaction, Referral after, boolean waiting) {
        UUID referral = after.request().id().value();
        if (after instanceof Referral.Accepted) {
            places.occupy(transaction, referral, waiting, now());
        } else if (after instanceof Referral.Ended) {
            places.free(transaction, referral);
        }
    }

    private void closed(Transaction transaction, Referral after) throws SQLException {
        if (after instanceof Referral.Completed completed) {
            StatisticsRows.close(
                    transaction,
                    completed.request().to(),
                    now(),
                    completed.outcome().code());
        }
    }

    private Standing locked(Referrals bound, Caller caller, ReferralId id, Party party, Optional<Integer> expected) {
        Standing standing = bound.lock(id, now())
                .flatMap(stored -> standing(bound, caller.agency(), stored))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (expected.filter(version -> version != standing.stored().version()).isPresent()) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
        if (standing.party() != party) {
            throw illegal(standing);
        }
        return standing;
    }

    private static Optional<Standing> standing(Referrals bound, AgencyId agency, Stored stored) {
        Request request = stored.referral().request();
        if (request.to().equals(agency)) {
            List<WorkerId> workers =
                    bound.workers(request.id()).stream().sorted().toList();
            return Optional.of(new Standing(stored, Party.PROVIDER, workers, allowedToProvider(bound, stored)));
        }
        return request.from().equals(agency)
                ? Optional.of(new Standing(
                        stored, Party.SENDER, List.of(), stored.referral().allowed(Party.SENDER)))
                : Optional.empty();
    }

    private static List<Transition> allowedToProvider(Referrals bound, Stored stored) {
        Referral referral = stored.referral();
        boolean bindsProvider = referral instanceof Referral.Accepted
                && bound.released(referral.request().id());
        return referral.allowed(Party.PROVIDER).stream()
                .filter(transition -> !bindsProvider || transition != Transition.DECLINE)
                .toList();
    }

    private static ProblemException illegal(Standing standing) {
        return ProblemException.illegalTransition(
                standing.allowed().stream().map(Transition::code).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
