package org.paivand.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.notification.Notifications;
import org.paivand.paper.FormBook;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.Proposal;
import org.paivand.release.Releases;

/** Offers referrals; whether one may be offered is a release's decision. */
public final class Offers {
    private final Releases releases;
    private final Database database;
    private final Function<Transaction, Referrals> referrals;
    private final Places places;
    private final RespondWithin periods;
    private final Function<Transaction, Notifications> notifications;
    private final FormBook forms;
    private final PlanBook plans;
    private final LinkedOffer.Links links;
    private final Directories directories;

    public Offers(
            Releases releases,
            Database database,
            Function<Transaction, Referrals> referrals,
            Places places,
            RespondWithin periods,
            Function<Transaction, Notifications> notifications,
            FormBook forms,
            PlanBook plans,
            LinkedOffer.Links links,
            Directories directories) {
        this.releases = releases;
        this.database = database;
        this.referrals = referrals;
        this.places = places;
        this.periods = periods;
        this.notifications = notifications;
        this.forms = forms;
        this.plans = plans;
        this.links = links;
        this.directories = directories;
    }

    /**
     * Made of a referral that the caller accepted, of what it holds and may pass on.
     *
     * @param wanted in which the case isn't known to the caller, and is found here
     * @throws org.paivand.problem.ProblemException as {@link #offer}; {@code illegal-transition} once the help is over
     */
    public ReferralDesk.Standing offerOnward(
            Caller caller, UUID exchange, IdempotencyKey key, ReferralId accepted, Onward wanted)
            throws CaseKeyException, LogNotWritableException {
        CaseId unknown = new CaseId(UUID.randomUUID());
        CaseId caseId = database.commit(transaction -> referrals
                .apply(transaction)
                .find(accepted, Instant.EPOCH)
                .map(found -> found.referral().request().caseId())
                .orElse(unknown));
        return offer(
                caller,
                exchange,
                key,
                new Offer.Wanted(
                        caseId,
                        wanted.recipient(),
                        wanted.purpose(),
                        wanted.urgency(),
                        wanted.services(),
                        wanted.service(),
                        Optional.empty(),
                        Optional.of(accepted),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What is wanted of whom, of somebody else's case. */
    public record Onward(
            AgencyId recipient,
            Purpose purpose,
            Urgency urgency,
            List<ServiceType> services,
            Optional<ServiceId> service) {}

    /**
     * @throws org.paivand.problem.ProblemException {@code offer-refused} or {@code not-found}, logged by then, {@code
     *     host-not-named} or {@code host-is-sender} where the recipient is asked through another agency; {@code no-place}
     *     if the recipient has none and nobody may wait, of which nothing is kept; {@code invalid-request} for an item of a
     *     plan that it can't be for
     */
    public ReferralDesk.Standing offer(Caller caller, UUID exchange, IdempotencyKey key, Offer.Wanted wanted)
            throws CaseKeyException, LogNotWritableException {
        return offer(caller, exchange, of(caller, key, wanted));
    }

    /**
     * Offers a case as one that belongs to another controller's.
     *
     * @param link of the two cases
     * @throws org.paivand.problem.ProblemException as {@link #offer}; {@code not-found} where it isn't linked by that;
     *     {@code together-refused} where the person didn't agree that the recipient learns it, logged by then
     */
    public ReferralDesk.Standing offerLinked(
            Caller caller, UUID exchange, IdempotencyKey key, Offer.Wanted wanted, UUID link)
            throws CaseKeyException, LogNotWritableException {
        return offer(
                caller, exchange, new LinkedOffer(referrals, links, caller.agency(), link, of(caller, key, wanted)));
    }

    private ReferralDesk.Standing offer(Caller caller, UUID exchange, Proposal<ReferralDesk.Standing> offer)
            throws CaseKeyException, LogNotWritableException {
        try {
            return releases.offer(caller, exchange, offer);
        } catch (DuplicateKeyException overtaken) {
            // The same request came twice at once; the other one has committed by now.
            return releases.offer(caller, exchange, offer);
        }
    }

    Offer of(Caller caller, IdempotencyKey key, Offer.Wanted wanted) {
        Optional<AgencyId> through =
                directories.current().hostOf(wanted.recipient()).map(Agency::id);
        return new Offer(referrals, places, periods, notifications, forms, plans, caller, key, wanted, through);
    }
}
