package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals.Said;
import org.paivand.referral.Referrals.Stored;
import org.paivand.statistics.StatisticsRows;

/** What the parties of a referral do with it once it is offered. */
public final class ReferralDesk {
    private final Database database;
    private final Function<Transaction, Referrals> referrals;
    private final Places places;
    private final Function<Transaction, Notifications> notifications;
    private final InstantSource clock;

    public ReferralDesk(
            Database database,
            Function<Transaction, Referrals> referrals,
            Places places,
            Function<Transaction, Notifications> notifications,
            InstantSource clock) {
        this.database = database;
        this.referrals = referrals;
        this.places = places;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * A referral as one of its parties stands to it.
     *
     * @param allowed what the party may do now
     * @param onward for the recipient: what it made of it
     * @param followedBy for the sender: what came in its place
     * @param alternates for the sender: whom the node will ask next, if it comes to nothing
     * @param group those that were offered with it, itself included
     */
    public record Standing(
            Stored stored,
            Party party,
            List<WorkerId> workers,
            List<Transition> allowed,
            List<ReferralId> onward,
            Optional<ReferralId> followedBy,
            List<AgencyId> alternates,
            Optional<OfferedGroup> group,
            Optional<Instant> endAskedAt) {
        public Standing {
            workers = List.copyOf(workers);
            allowed = List.copyOf(allowed);
            onward = List.copyOf(onward);
            alternates = List.copyOf(alternates);
        }

        /** The count of changes that the party knows of. */
        public Referrals.Mark mark() {
            return stored.mark(party);
        }
    }

    /** Empty for a stranger, exactly as for an id that was never given. */
    public Optional<Standing> find(Caller caller, ReferralId id) {
        return database.commit(transaction -> {
            return found(referrals.apply(transaction), caller, id);
        });
    }

    /** The caller's own referrals that are on the list, from that place on. */
    public List<Stored> list(Caller caller, Listing listing, Optional<Listing.Place> after, int limit) {
        return database.commit(
                transaction -> referrals.apply(transaction).list(caller.agency(), listing, after, limit, now()));
    }

    /** @throws ProblemException {@code illegal-transition} with what the party may do instead */
    public Standing move(Caller caller, ReferralId id, Optional<Integer> expected, Move move) {
        return move(caller, id, expected, move, false);
    }

    /**
     * @param waiting accept although no place is free: the person waits, or the provider makes room
     * @throws ProblemException {@code no-place} if none is free, that is fresh, and it isn't {@code waiting}
     */
    public Standing accept(Caller caller, ReferralId id, Optional<Integer> expected, boolean waiting) {
        return move(caller, id, expected, Move.accept(), waiting);
    }

    /** @throws ProblemException {@code invalid-request} unless each topic that was asked about is answered, and no other */
    public Standing answer(Caller caller, ReferralId id, Optional<Integer> expected, Map<Topic, Reply> replies) {
        return database.commit(transaction -> {
            Standing standing = locked(referrals.apply(transaction), caller, id, expected);
            if (standing.party() == Party.SENDER
                    && standing.stored().referral() instanceof Referral.Clarifying asked
                    && !asked.topics().equals(replies.keySet())) {
                throw ProblemException.invalid("/answers", "contradiction");
            }
            return made(transaction, standing, caller, Move.answer(replies), false);
        });
    }

    /** Assigning again changes nothing. */
    public Standing assign(Caller caller, ReferralId id, Optional<Integer> expected, WorkerId worker) {
        return database.commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            Standing standing = locked(bound, caller, id, expected);
            if (!standing.allowed().contains(Transition.ASSIGNMENTS)) {
                throw illegal(standing);
            }
            bound.assign(id, worker, now());
            return locked(bound, caller, id, Optional.empty());
        });
    }

    /** What became of it, the newest first; that nobody answered in time is told by the referral itself. */
    public List<Referrals.Change> history(Caller caller, ReferralId id, Optional<Cursor> after, int limit) {
        return database.commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            Standing standing = found(bound, caller, id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            return bound.history(id, standing.party(), after, limit);
        });
    }

    private Standing move(Caller caller, ReferralId id, Optional<Integer> expected, Move move, boolean waiting) {
        return database.commit(transaction ->
                made(transaction, locked(referrals.apply(transaction), caller, id, expected), caller, move, waiting));
    }

    private Standing made(Transaction transaction, Standing standing, Caller caller, Move move, boolean waiting)
            throws SQLException {
        Referrals bound = referrals.apply(transaction);
        Referral before = standing.stored().referral();
        ReferralId id = before.request().id();
        Referral after = move.from(before, standing.party(), bound.released(id)).orElseThrow(() -> illegal(standing));
        bound.replace(standing.stored(), after, new Said(caller.agency(), move.codes()), now());
        tell(transaction, standing.party(), before, after);
        placed(transaction, after, waiting);
        closed(transaction, after);
        return locked(bound, caller, id, Optional.empty());
    }

    /** The other side learns that there is something new, if it is told of the change at all. */
    private void tell(Transaction transaction, Party by, Referral before, Referral after) throws SQLException {
        Party other = by.other();
        if (!after.shownTo(other).equals(before.shownTo(other))) {
            Request request = after.request();
            notifications
                    .apply(transaction)
                    .add(
                            request.at(other),
                            NotificationKind.REFERRAL_CHANGED,
                            request.id().value(),
                            now());
        }
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
                    after.request().to(),
                    now(),
                    completed.outcome().code());
            StatisticsRows.assisted(
                    transaction,
                    after.request().caseId().value(),
                    after.request().to(),
                    now());
        } else if (after instanceof Referral.Failed failed) {
            StatisticsRows.close(
                    transaction, after.request().to(), now(), failed.code().code());
        }
    }

    private Optional<Standing> found(Referrals bound, Caller caller, ReferralId id) throws SQLException {
        Optional<Stored> stored = bound.find(id, now());
        return stored.isPresent() ? standing(bound, caller.agency(), stored.get(), now()) : Optional.empty();
    }

    private Standing locked(Referrals bound, Caller caller, ReferralId id, Optional<Integer> expected)
            throws SQLException {
        Optional<Stored> stored = bound.lock(id, now());
        Standing standing = (stored.isPresent()
                        ? standing(bound, caller.agency(), stored.get(), now())
                        : Optional.<Standing>empty())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (expected.filter(version -> version != standing.mark().version()).isPresent()) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
        return standing;
    }

    private static Optional<Standing> standing(Referrals bound, AgencyId agency, Stored stored, Instant now)
            throws SQLException {
        Request request = stored.referral().request();
        if (request.to().equals(agency)) {
            return Optional.of(toProvider(bound, stored, now));
        }
        return request.from().equals(agency) ? Optional.of(toSender(bound, stored, now)) : Optional.empty();
    }

    private static Standing toProvider(Referrals bound, Stored stored, Instant now) throws SQLException {
        ReferralId id = stored.referral().request().id();
        return new Standing(
                stored,
                Party.PROVIDER,
                bound.workers(id).stream().sorted().toList(),
                Move.open(stored.referral(), Party.PROVIDER, bound.released(id)),
                bound.onwardFrom(id),
                Optional.empty(),
                List.of(),
                group(bound, stored, Party.PROVIDER, now),
                stored.referral() instanceof Referral.Helping ? bound.endAskedAt(id) : Optional.empty());
    }

    static Standing toSender(Referrals bound, Stored stored, Instant now) throws SQLException {
        ReferralId id = stored.referral().request().id();
        return new Standing(
                stored,
                Party.SENDER,
                List.of(),
                Move.open(stored.referral(), Party.SENDER, bound.released(id)),
                List.of(),
                bound.followedBy(id),
                bound.alternates(id).map(Alternates::agencies).orElse(List.of()),
                group(bound, stored, Party.SENDER, now),
                Optional.empty());
    }

    private static Optional<OfferedGroup> group(Referrals bound, Stored stored, Party party, Instant now) {
        Request request = stored.referral().request();
        return request.together()
                .map(Together::offer)
                .flatMap(offer -> OfferedGroup.of(
                        offer,
                        bound.together(offer, now),
                        party,
                        party == Party.PROVIDER ? request.to() : request.from()));
    }

    /** To the sender of what was offered a moment ago, by itself: nothing was released of it, and nothing came in its place. */
    static Standing justOffered(Stored stored, List<AgencyId> alternates) {
        return new Standing(
                stored,
                Party.SENDER,
                List.of(),
                Move.open(stored.referral(), Party.SENDER, false),
                List.of(),
                Optional.empty(),
                alternates,
                Optional.empty(),
                Optional.empty());
    }

    private static ProblemException illegal(Standing standing) {
        return ProblemException.illegalTransition(
                standing.allowed().stream().map(Transition::code).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
