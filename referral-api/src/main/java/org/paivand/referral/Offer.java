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
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.paper.FormBook;
import org.paivand.paper.FormNumber;
import org.paivand.paper.FormType;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.Ask;
import org.paivand.release.Proposal;

/** A controller, or who accepted a referral, offers one to another agency. */
public final class Offer implements Proposal<Standing> {
    private final Function<Transaction, Referrals> referrals;
    private final Places places;
    private final RespondWithin periods;
    private final Function<Transaction, Notifications> notifications;
    private final FormBook forms;
    private final PlanBook plans;
    private final Caller caller;
    private final IdempotencyKey key;
    private final Wanted wanted;
    private final Optional<AgencyId> through;
    private final ReferralId id = new ReferralId(UUID.randomUUID());

    /**
     * What is wanted of whom.
     *
     * @param service the recipient's service of which a place is wanted, if the sender named one
     * @param follows the referral in whose place this one is offered
     * @param onwardFrom the caller's accepted referral of which this one is made; without it the caller controls the case
     * @param alternates whom to ask next by itself, if this one comes to nothing
     * @param form the paper that it was typed in from
     * @param planItem the item of the case's plan that it is for
     */
    public record Wanted(
            CaseId caseId,
            AgencyId recipient,
            Purpose purpose,
            Urgency urgency,
            List<ServiceType> services,
            Optional<ServiceId> service,
            Optional<ReferralId> follows,
            Optional<ReferralId> onwardFrom,
            List<AgencyId> alternates,
            Optional<FormNumber> form,
            Optional<Integer> planItem) {
        public Wanted {
            services = List.copyOf(services);
            alternates = List.copyOf(alternates);
        }

        /** Of whichever service. */
        public Wanted(CaseId caseId, AgencyId recipient, Purpose purpose, Urgency urgency, List<ServiceType> services) {
            this(
                    caseId,
                    recipient,
                    purpose,
                    urgency,
                    services,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** @param through who answers for the recipient now */
    public Offer(
            Function<Transaction, Referrals> referrals,
            Places places,
            RespondWithin periods,
            Function<Transaction, Notifications> notifications,
            FormBook forms,
            PlanBook plans,
            Caller caller,
            IdempotencyKey key,
            Wanted wanted,
            Optional<AgencyId> through) {
        this.referrals = referrals;
        this.places = places;
        this.periods = periods;
        this.notifications = notifications;
        this.forms = forms;
        this.plans = plans;
        this.caller = caller;
        this.key = key;
        this.wanted = wanted;
        this.through = through;
    }

    @Override
    public Optional<Standing> replay(Transaction transaction, Instant now) throws SQLException {
        Referrals bound = referrals.apply(transaction);
        Optional<Referrals.Stored> made =
                Once.find(transaction, key).flatMap(found -> bound.find(new ReferralId(found), now));
        return made.isPresent() ? Optional.of(ReferralDesk.toSender(bound, made.get(), now)) : Optional.empty();
    }

    @Override
    public CaseId caseId() {
        return wanted.caseId();
    }

    @Override
    public boolean entitled(Transaction transaction, CaseFile file) {
        return wanted.onwardFrom()
                .map(parent -> accepted(referrals.apply(transaction).find(parent, Instant.EPOCH))
                        .isPresent())
                .orElseGet(() -> file.controller().equals(caller.agency()));
    }

    private Optional<Referral> accepted(Optional<Referrals.Stored> parent) {
        return parent.map(Referrals.Stored::referral)
                .filter(referral -> referral.request().to().equals(caller.agency())
                        && referral.request().caseId().equals(wanted.caseId()));
    }

    @Override
    public Ask ask() {
        return new Ask(
                id.value(),
                Request.way(caller.agency(), wanted.recipient(), wanted.onwardFrom()),
                wanted.purpose(),
                Occasion.OFFER,
                false,
                false,
                Optional.empty(),
                Set.of(Category.SERVICE_REQUEST),
                new Ask.Requested(Set.copyOf(wanted.services()), wanted.urgency()),
                Optional.empty(),
                through);
    }

    @Override
    public Standing make(Transaction transaction, Instant now) throws CaseKeyException, SQLException {
        return make(transaction, Optional.empty(), now);
    }

    Standing make(Transaction transaction, Optional<Together> together, Instant now)
            throws CaseKeyException, SQLException {
        // First, so that the same request at once waits for this one, and isn't refused because of it.
        Once.remember(transaction, key, id.value(), now);
        if (wanted.planItem().isPresent()) {
            plans.ask(
                    transaction,
                    request(Optional.empty(), now),
                    wanted.planItem().get());
        }
        Referral.Offered offered = offered(transaction, together, now);
        places.hold(transaction, wish(offered.request()), now);
        return ReferralDesk.justOffered(
                new Referrals.Stored(offered, new Referrals.Mark(1, now), new Referrals.Mark(1, now)),
                wanted.alternates());
    }

    /** The referral without its place, and without the memory of the request that made it. */
    Referral.Offered offered(Transaction transaction, Optional<Together> together, Instant now)
            throws CaseKeyException, SQLException {
        Referral.Offered offered = new Referral.Offered(request(together, now));
        Referrals bound = referrals.apply(transaction);
        if (wanted.onwardFrom().isPresent()) {
            requireHelping(bound, wanted.onwardFrom().get(), now);
        }
        if (wanted.follows().isPresent()) {
            requireInPlaceOf(bound, wanted.follows().get(), now);
        }
        if (wanted.form().isPresent()) {
            forms.enter(
                    transaction,
                    caller,
                    FormType.REFERRAL_REQUEST,
                    wanted.form().get());
        }
        bound.add(offered);
        if (!wanted.alternates().isEmpty()) {
            bound.stand(id, Alternates.of(wanted.alternates(), caller));
        }
        Notifications told = notifications.apply(transaction);
        told.add(wanted.recipient(), NotificationKind.REFERRAL_OFFERED, id.value(), now);
        if (through.isPresent()) {
            told.add(through.get(), NotificationKind.REFERRAL_OFFERED, id.value(), now);
        }
        return offered;
    }

    private Request request(Optional<Together> together, Instant now) {
        return new Request(
                id,
                wanted.caseId(),
                UUID.randomUUID(),
                caller.agency(),
                wanted.recipient(),
                wanted.purpose(),
                wanted.urgency(),
                wanted.services(),
                now,
                periods.from(now, wanted.urgency()),
                wanted.follows(),
                wanted.onwardFrom(),
                together,
                through);
    }

    /** Who promised help and still gives it may send somebody on, and nobody else may. */
    private void requireHelping(Referrals bound, ReferralId parent, Instant now) {
        Optional<Referral> promised = accepted(bound.lock(parent, now));
        if (promised.filter(Referral.Helping.class::isInstance).isEmpty()) {
            throw ProblemException.illegalTransition(List.of());
        }
    }

    /** One comes in the place of one that came to nothing, and no other does. */
    private void requireInPlaceOf(Referrals bound, ReferralId earlier, Instant now) throws SQLException {
        Referral before = bound.lock(earlier, now)
                .map(Referrals.Stored::referral)
                .filter(referral -> referral.request().from().equals(caller.agency())
                        && referral.request().caseId().equals(wanted.caseId()))
                .orElseThrow(() -> ProblemException.invalid("/follows", "dangling"));
        boolean toNothing = before instanceof Referral.Ended
                && !(before instanceof Referral.Completed)
                && !(before instanceof Referral.EndedByPerson);
        if (!toNothing || bound.followedBy(earlier).isPresent()) {
            throw ProblemException.invalid("/follows", "contradiction");
        }
        bound.standDown(earlier);
    }

    Wish wish(Request request) {
        return new Wish(
                id.value(),
                wanted.recipient(),
                wanted.services(),
                wanted.service(),
                wanted.urgency() == Urgency.IMMEDIATE,
                request.respondBy());
    }
}
