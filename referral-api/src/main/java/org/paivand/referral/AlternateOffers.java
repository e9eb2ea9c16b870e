package org.paivand.referral;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/**
 * Asks the next agency that a sender named when its immediate offer comes to nothing. Each is an offer like any other, decided for
 * itself and made once: at whatever point an instance stops, the next one goes on there.
 */
public final class AlternateOffers {
    private static final System.Logger LOG = System.getLogger(AlternateOffers.class.getName());
    private static final String LEASE = "alternates";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;

    /**
     * The sender mustn't learn from an offer that isn't made what the decline didn't tell it: what it sees as not possible stops
     * them all, since it may be that the person wants no help, or has it.
     */
    private static final Set<DeclineCode> NEXT_MAY_HELP = Stream.of(DeclineCode.values())
            .filter(code -> !code.senderView().equals("not-possible"))
            .collect(Collectors.toUnmodifiableSet());

    private final Database database;
    private final Function<Transaction, Referrals> referrals;
    private final Offers offers;
    private final Directories directories;
    private final Turn turn;
    private final InstantSource clock;

    public AlternateOffers(
            Database database,
            Function<Transaction, Referrals> referrals,
            Offers offers,
            Directories directories,
            Leases leases,
            InstantSource clock) {
        this.database = database;
        this.referrals = referrals;
        this.offers = offers;
        this.directories = directories;
        this.turn = new Turn(leases, LEASE, LONGEST);
        this.clock = clock;
    }

    /** What is to be asked of whom in the place of which referral. */
    private record Due(Request request, Alternates alternates) {}

    /** How many were offered; none if another instance does it just now. */
    public int offer() {
        return turn.take(held -> due().stream()
                        .filter(this::fromAnActiveSender)
                        .mapToInt(due -> offered(due) ? 1 : 0)
                        .sum())
                .orElse(0);
    }

    private List<Due> due() {
        return database.commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            Instant now = clock.instant();
            Stream.Builder<Due> due = Stream.builder();
            for (ReferralId id : bound.forAlternates(NEXT_MAY_HELP, now, AT_ONCE)) {
                Optional<Alternates> alternates = bound.alternates(id);
                bound.find(id, now)
                        .map(Referrals.Stored::referral)
                        .ifPresent(
                                referral -> alternates.ifPresent(some -> due.add(new Due(referral.request(), some))));
            }
            return due.build().toList();
        });
    }

    private boolean fromAnActiveSender(Due due) {
        return directories
                .current()
                .agency(due.request().from())
                .filter(Agency::isActive)
                .isPresent();
    }

    private boolean offered(Due due) {
        for (int i = 0; i < due.alternates().agencies().size(); i++) {
            try {
                if (ask(due, i)) {
                    return true;
                }
            } catch (CaseKeyException | LogNotWritableException later) {
                LOG.log(
                        Level.WARNING,
                        "an alternate could not be asked yet: {0}",
                        later.getClass().getSimpleName());
                return false;
            }
        }
        boolean unusedDone = database.<Boolean, RuntimeException>commit(transaction -> {
            referrals.apply(transaction).standDown(due.request().id());
            return true;
        });
        return false;
    }

    private boolean ask(Due due, int next) throws CaseKeyException, LogNotWritableException {
        Request request = due.request();
        List<AgencyId> agencies = due.alternates().agencies();
        Offer.Wanted wanted = new Offer.Wanted(
                request.caseId(),
                agencies.get(next),
                request.purpose(),
                request.urgency(),
                request.services(),
                Optional.empty(),
                Optional.of(request.id()),
                request.onwardFrom(),
                agencies.subList(next + 1, agencies.size()),
                Optional.empty(),
                Optional.empty());
        Caller sender = new Caller(
                request.from(),
                due.alternates().user(),
                Set.of(Role.REFERRER),
                due.alternates().client(),
                due.alternates().tokenId(),
                Optional.empty());
        try {
            ReferralDesk.Standing unusedOffered =
                    offers.offer(sender, UUID.randomUUID(), key(request.id(), agencies.get(next)), wanted);
            return true;
        } catch (ProblemException refused) {
            // Decided, and logged by then: the next one may be another matter.
            return false;
        }
    }

    private static IdempotencyKey key(ReferralId id, AgencyId next) {
        String chosen = "alternate-" + id.toString().replace("-", "");
        return IdempotencyKey.of(
                "node", chosen, "OFFER", "/" + next.value(), id.toString().getBytes(StandardCharsets.UTF_8));
    }
}
