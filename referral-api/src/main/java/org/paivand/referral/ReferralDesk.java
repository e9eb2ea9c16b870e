package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.paper.FormBook;
import org.paivand.paper.FormType;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals.Said;
import org.paivand.referral.Referrals.Stored;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;
import org.paivand.statistics.StatisticsRows;

/** What the parties of a referral do with it once it is offered. */
public final class ReferralDesk {
    private final Database database;
    private final Function<Transaction, Referrals> referrals;
    private final Places places;
    private final Function<Transaction, Notifications> notifications;
    private final FormBook forms;
    private final Directories directories;
    private final InstantSource clock;

    public ReferralDesk(
            Database database,
            Function<Transaction, Referrals> referrals,
            Places places,
            Function<Transaction, Notifications> notifications,
            FormBook forms,
            Directories directories,
            InstantSource clock) {
        this.database = database;
        this.referrals = referrals;
        this.places = places;
        this.notifications = notifications;
        this.forms = forms;
        this.directories = directories;
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
     * @param proxyFor for who answers for the provider: the provider, which is called back
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
            Optional<Instant> endAskedAt,
            Optional<Agency> proxyFor) {
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

    /** Those of agencies that the caller answers for, as the provider's list has them. */
    public List<Stored> hosted(Caller caller, Listing listing, Optional<Listing.Place> after, int limit) {
        Directory directory = directories.current();
        Set<AgencyId> hosted = directory.agencies().stream()
                .map(Agency::id)
                .filter(agency -> directory.hosts(caller.agency(), agency))
                .collect(Collectors.toSet());
        return database.commit(transaction ->
                referrals.apply(transaction).hosted(caller.agency(), hosted, listing, after, limit, now()));
    }

    /** @throws ProblemException {@code illegal-transition} with what the party may do instead */
    public Standing move(Caller caller, ReferralId id, Optional<Integer> expected, Move move) {
        return move(caller, id, expected, move, Optional.empty());
    }

    /**
     * @param proxy how the provider said it, if the caller answers for it
     * @throws ProblemException {@code illegal-transition} with what the party may do instead; {@code proxy-required} of who answers
     *     for the provider and doesn't say how, {@code not-a-host} of anybody else who does
     */
    public Standing move(Caller caller, ReferralId id, Optional<Integer> expected, Move move, Optional<Proxy> proxy) {
        return move(caller, id, expected, move, false, proxy);
    }

    /**
     * @param waiting accept although no place is free: the person waits, or the provider makes room
     * @throws ProblemException {@code no-place} if none is free, that is fresh, and it isn't {@code waiting}
     */
    public Standing accept(Caller caller, ReferralId id, Optional<Integer> expected, boolean waiting) {
        return accept(caller, id, expected, waiting, Optional.empty());
    }

    /** As {@link #accept(Caller, ReferralId, Optional, boolean)}, and as {@link #move(Caller, ReferralId, Optional, Move, Optional)}. */
    public Standing accept(
            Caller caller, ReferralId id, Optional<Integer> expected, boolean waiting, Optional<Proxy> proxy) {
        return move(caller, id, expected, Move.accept(), waiting, proxy);
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
            return made(transaction, standing, caller, Move.answer(replies), false, Optional.empty());
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

    private Standing move(
            Caller caller,
            ReferralId id,
            Optional<Integer> expected,
            Move move,
            boolean waiting,
            Optional<Proxy> proxy) {
        return database.commit(transaction -> made(
                transaction, locked(referrals.apply(transaction), caller, id, expected), caller, move, waiting, proxy));
    }

    private Standing made(
            Transaction transaction,
            Standing standing,
            Caller caller,
            Move move,
            boolean waiting,
            Optional<Proxy> proxy)
            throws SQLException {
        requireTrue(standing, proxy);
        Referrals bound = referrals.apply(transaction);
        Referral before = standing.stored().referral();
        ReferralId id = before.request().id();
        Referral after = move.from(before, standing.party(), bound.released(id)).orElseThrow(() -> illegal(standing));
        if (proxy.isPresent() && proxy.get().form().isPresent()) {
            forms.enter(transaction, caller, FormType.ANSWER, proxy.get().form().get());
        }
        AgencyId by = proxy.isPresent() ? before.request().to() : caller.agency();
        bound.replace(standing.stored(), after, new Said(by, move.codes(), proxy), now());
        tell(transaction, caller.agency(), standing.party(), before, after);
        placed(transaction, after, waiting);
        closed(transaction, after);
        return locked(bound, caller, id, Optional.empty());
    }

    /** Only who answers for the provider says how it was said, and says so each time. */
    private void requireTrue(Standing standing, Optional<Proxy> proxy) {
        if (standing.proxyFor().isPresent() != proxy.isPresent()) {
            throw ProblemException.of(proxy.isPresent() ? ProblemCode.NOT_A_HOST : ProblemCode.PROXY_REQUIRED);
        }
        if (proxy.isEmpty()) {
            return;
        }
        Instant toldAt = proxy.get().toldAt();
        if (toldAt.isAfter(now())) {
            throw ProblemException.invalid("/proxy/toldAt", "in-the-future");
        }
        if (toldAt.isBefore(standing.stored().referral().request().offeredAt())) {
            throw ProblemException.invalid("/proxy/toldAt", "out-of-range");
        }
    }

    /**
     * The other side learns that there is something new, if it is told of the change at all; and so do, of provider and who answers
     * for it, the one that didn't make it.
     */
    private void tell(Transaction transaction, AgencyId by, Party side, Referral before, Referral after)
            throws SQLException {
        Request request = after.request();
        Set<AgencyId> told = new LinkedHashSet<>();
        if (!after.shownTo(side.other()).equals(before.shownTo(side.other()))) {
            told.add(request.at(side.other()));
        }
        if (side == Party.PROVIDER) {
            told.add(request.to());
        }
        if (side == Party.PROVIDER || told.contains(request.to())) {
            request.through()
                    .filter(host -> request.hostedBy(host, directories.current()))
                    .ifPresent(told::add);
        }
        told.remove(by);
        for (AgencyId agency : told) {
            notifications
                    .apply(transaction)
                    .add(agency, NotificationKind.REFERRAL_CHANGED, request.id().value(), now());
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

    private Optional<Standing> standing(Referrals bound, AgencyId agency, Stored stored, Instant now)
            throws SQLException {
        Request request = stored.referral().request();
        if (request.to().equals(agency)) {
            return Optional.of(toProvider(bound, stored, now));
        }
        if (request.from().equals(agency)) {
            return Optional.of(toSender(bound, stored, now));
        }
        return request.hostedBy(agency, directories.current())
                ? directories.current().agency(request.to()).map(hosted -> toHost(bound, stored, hosted))
                : Optional.empty();
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
                stored.referral() instanceof Referral.Helping ? bound.endAskedAt(id) : Optional.empty(),
                Optional.empty());
    }

    /** What the provider may do, but for what is done with more than the first stage; and nothing of what came of it. */
    private static Standing toHost(Referrals bound, Stored stored, Agency hosted) {
        ReferralId id = stored.referral().request().id();
        return new Standing(
                stored,
                Party.PROVIDER,
                List.of(),
                Move.open(stored.referral(), Party.PROVIDER, bound.released(id)).stream()
                        .filter(transition -> transition != Transition.ASSIGNMENTS)
                        .toList(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hosted));
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
                Optional.empty(),
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
