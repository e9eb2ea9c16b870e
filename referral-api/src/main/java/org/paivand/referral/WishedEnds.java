package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;

/**
 * A person says, not to a worker but through their own number, that they want some help no more. That ends nothing by itself: who
 * helps asks them first, since whoever holds their telephone could have said so.
 */
public final class WishedEnds {
    /** Stands in the history of the referral, as the provider sees it. */
    public static final String CODE = "person-asked-to-end";

    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Notifications> notifications;

    public WishedEnds(Function<Transaction, Referrals> referrals, Function<Transaction, Notifications> notifications) {
        this.referrals = referrals;
        this.notifications = notifications;
    }

    /**
     * Help that goes on.
     *
     * @param askedAt when the person last wanted it to end, if nothing was done since
     */
    public record Help(ReferralId id, AgencyId agency, Purpose purpose, Optional<Instant> askedAt) {
        /** Whether the person may ask that it end. */
        public boolean endable() {
            return askedAt.isEmpty();
        }
    }

    /** All that goes on in a case, the oldest first. */
    public List<Help> of(Transaction transaction, CaseId caseId, Instant now) throws SQLException {
        Referrals bound = referrals.apply(transaction);
        List<Help> helps = new ArrayList<>();
        for (Referrals.Stored stored : bound.helping(caseId, now)) {
            Request request = stored.referral().request();
            helps.add(new Help(request.id(), request.to(), request.purpose(), bound.endAskedAt(request.id())));
        }
        return helps;
    }

    /** Tells who helps; not again before they did something. False if there is no such help, or it was said already. */
    public boolean ask(Transaction transaction, CaseId caseId, ReferralId id, Instant now) throws SQLException {
        Referrals bound = referrals.apply(transaction);
        Optional<Referrals.Stored> stored = bound.lock(id, now)
                .filter(found -> found.referral() instanceof Referral.Helping)
                .filter(found -> found.referral().request().caseId().equals(caseId));
        if (stored.isEmpty() || bound.endAskedAt(id).isPresent()) {
            return false;
        }
        Referral referral = stored.get().referral();
        AgencyId helper = referral.request().to();
        bound.replace(stored.get(), referral, new Referrals.Said(helper, List.of(CODE), Optional.empty()), now);
        notifications.apply(transaction).add(helper, NotificationKind.REFERRAL_CHANGED, id.value(), now);
        return true;
    }
}
