package org.paivand.referral;

import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.DuplicateKeyException;
import org.paivand.database.Transaction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.notification.Notifications;
import org.paivand.release.Releases;

/** Offers referrals; whether one may be offered is a release's decision. */
public final class Offers {
    private final Releases releases;
    private final Function<Transaction, Referrals> referrals;
    private final Places places;
    private final RespondWithin periods;
    private final Function<Transaction, Notifications> notifications;

    public Offers(
            Releases releases,
            Function<Transaction, Referrals> referrals,
            Places places,
            RespondWithin periods,
            Function<Transaction, Notifications> notifications) {
        this.releases = releases;
        this.referrals = referrals;
        this.places = places;
        this.periods = periods;
        this.notifications = notifications;
    }

    /**
     * @throws org.paivand.problem.ProblemException {@code offer-refused} or {@code not-found}, logged by then; {@code no-place}
     *     if the recipient has none and nobody may wait, of which nothing is kept
     */
    public ReferralDesk.Standing offer(Caller caller, UUID exchange, IdempotencyKey key, Offer.Wanted wanted)
            throws CaseKeyException, LogNotWritableException {
        Offer offer = new Offer(referrals, places, periods, notifications, caller, key, wanted);
        try {
            return releases.offer(caller, exchange, offer);
        } catch (DuplicateKeyException overtaken) {
            // The same request came twice at once; the other one has committed by now.
            return releases.offer(caller, exchange, offer);
        }
    }
}
