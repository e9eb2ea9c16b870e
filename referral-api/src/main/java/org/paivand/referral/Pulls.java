package org.paivand.referral;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.release.Deliberated;
import org.paivand.release.LoggedDisclosure;
import org.paivand.release.Previews;
import org.paivand.release.Releases;
import org.paivand.release.Strangers;

/** Pulls of categories through a referral. A repeated pull is decided and logged again: its answer is kept nowhere. */
public final class Pulls {
    private final Releases releases;
    private final Previews previews;
    private final Function<Transaction, Referrals> referrals;
    private final Once once;
    private final Strangers strangers;
    private final InstantSource clock;

    public Pulls(
            Releases releases,
            Previews previews,
            Function<Transaction, Referrals> referrals,
            Database database,
            Strangers strangers,
            InstantSource clock) {
        this.releases = releases;
        this.previews = previews;
        this.referrals = referrals;
        this.once = new Once(database);
        this.strangers = strangers;
        this.clock = clock;
    }

    /**
     * What the caller's worker could pull now of all there is, until when, and why not the rest; no entry, since nothing of the
     * case is told.
     *
     * @throws org.paivand.problem.ProblemException {@code not-found} for who is not the recipient
     */
    public Deliberated permissions(Caller caller, ReferralId id) throws CaseKeyException {
        return previews.standing(new Pull(referrals, caller, id, EnumSet.allOf(Category.class)).unheld());
    }

    /** @throws org.paivand.problem.ProblemException {@code release-refused} or {@code not-found}, logged by then */
    public LoggedDisclosure pull(
            Caller caller, UUID exchange, IdempotencyKey key, ReferralId id, Set<Category> categories)
            throws CaseKeyException, LogNotWritableException {
        strangers.requireAdmitted(caller);
        once.commit(key, clock.instant(), (transaction, first) -> first, (transaction, first) -> first);
        return releases.disclose(caller, exchange, new Pull(referrals, caller, id, categories));
    }
}
