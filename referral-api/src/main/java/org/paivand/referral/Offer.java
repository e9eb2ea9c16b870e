package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.capacity.Wish;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.Ask;
import org.paivand.release.Proposal;

/** A controller offers a referral to another agency. */
public final class Offer implements Proposal<Standing> {
    private final Function<Transaction, Referrals> referrals;
    private final Places places;
    private final RespondWithin periods;
    private final Caller caller;
    private final IdempotencyKey key;
    private final Wanted wanted;
    private final ReferralId id = new ReferralId(UUID.randomUUID());

    /**
     * What is wanted of whom.
     *
     * @param service the recipient's service of which a place is wanted, if the sender named one
     */
    public record Wanted(
            CaseId caseId,
            AgencyId recipient,
            Purpose purpose,
            Urgency urgency,
            List<ServiceType> services,
            Optional<ServiceId> service) {
        public Wanted {
            services = List.copyOf(services);
        }

        /** Of whichever service. */
        public Wanted(CaseId caseId, AgencyId recipient, Purpose purpose, Urgency urgency, List<ServiceType> services) {
            this(caseId, recipient, purpose, urgency, services, Optional.empty());
        }
    }

    public Offer(
            Function<Transaction, Referrals> referrals,
            Places places,
            RespondWithin periods,
            Caller caller,
            IdempotencyKey key,
            Wanted wanted) {
        this.referrals = referrals;
        this.places = places;
        this.periods = periods;
        this.caller = caller;
        this.key = key;
        this.wanted = wanted;
    }

    @Override
    public Optional<Standing> replay(Transaction transaction, Instant now) throws SQLException {
        return Once.find(transaction, key)
                .flatMap(made -> referrals.apply(transaction).find(new ReferralId(made), now))
                .map(Offer::standing);
    }

    @Override
    public CaseId caseId() {
        return wanted.caseId();
    }

    @Override
    public Ask ask() {
        return new Ask(
                id.value(),
                wanted.recipient(),
                wanted.purpose(),
                Occasion.OFFER,
                false,
                false,
                Optional.empty(),
                Set.of(Category.SERVICE_REQUEST),
                new Ask.Requested(Set.copyOf(wanted.services()), wanted.urgency()));
    }

    @Override
    public Standing make(Transaction transaction, Instant now) throws SQLException {
        Request request = new Request(
                id,
                wanted.caseId(),
                UUID.randomUUID(),
                caller.agency(),
                wanted.recipient(),
                wanted.purpose(),
                wanted.urgency(),
                wanted.services(),
                now,
                periods.from(now, wanted.urgency()));
        Referral.Offered offered = new Referral.Offered(request);
        Once.remember(transaction, key, id.value(), now);
        referrals.apply(transaction).add(offered);
        places.hold(transaction, wish(request), now);
        return standing(new Referrals.Stored(offered, new Referrals.Mark(1, now), new Referrals.Mark(1, now)));
    }

    private Wish wish(Request request) {
        return new Wish(
                id.value(),
                wanted.recipient(),
                wanted.services(),
                wanted.service(),
                wanted.urgency() == Urgency.IMMEDIATE,
                request.respondBy());
    }

    private static Standing standing(Referrals.Stored stored) {
        return new Standing(stored, Party.SENDER, List.of(), Move.open(stored.referral(), Party.SENDER, false));
    }
}
