package org.paivand.referral;

import java.time.Instant;
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
import org.paivand.problem.ProblemException;
import org.paivand.release.Deliberated;
import org.paivand.release.LoggedDisclosure;
import org.paivand.release.Matter;
import org.paivand.release.Previews;
import org.paivand.release.Releases;
import org.paivand.release.Strangers;

/** Pulls of categories through a referral: by its provider, of the case; by its sender, of how it ended. A repeated pull is decided and logged again: its answer is kept nowhere. */
public final class Pulls {
    private final Releases releases;
    private final Previews previews;
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Feedbacks> feedbacks;
    private final Database database;
    private final Once once;
    private final Strangers strangers;
    private final InstantSource clock;

    public Pulls(
            Releases releases,
            Previews previews,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Feedbacks> feedbacks,
            Database database,
            Strangers strangers,
            InstantSource clock) {
        this.releases = releases;
        this.previews = previews;
        this.referrals = referrals;
        this.feedbacks = feedbacks;
        this.database = database;
        this.once = new Once(database);
        this.strangers = strangers;
        this.clock = clock;
    }

    /**
     * What the caller's worker could pull now of all there is, until when, and why not the rest; no entry, since nothing of the
     * case is told. The sender has feedback to pull, and nothing else.
     *
     * @throws ProblemException {@code not-found} for who is no party, {@code illegal-transition} where nothing is to be had any
     *     more, or yet
     */
    public Deliberated permissions(Caller caller, ReferralId id) throws CaseKeyException {
        return previews.standing(
                isSender(caller, id)
                        ? new FeedbackPull(referrals, feedbacks, caller, id)
                        : new Pull(referrals, caller, id, EnumSet.allOf(Category.class)).unheld());
    }

    /**
     * @throws ProblemException {@code release-refused} or {@code not-found}, logged by then; {@code invalid-request} if the sender
     *     asks for anything but feedback
     */
    public LoggedDisclosure pull(
            Caller caller, UUID exchange, IdempotencyKey key, ReferralId id, Set<Category> categories)
            throws CaseKeyException, LogNotWritableException {
        strangers.requireAdmitted(caller);
        once.commit(key, clock.instant(), (transaction, first) -> first, (transaction, first) -> first);
        return releases.disclose(caller, exchange, matter(caller, id, categories));
    }

    private Matter matter(Caller caller, ReferralId id, Set<Category> categories) {
        if (!isSender(caller, id)) {
            return new Pull(referrals, caller, id, categories);
        }
        if (!categories.equals(Set.of(Category.FEEDBACK))) {
            throw ProblemException.invalid("/categories", "contradiction");
        }
        return new FeedbackPull(referrals, feedbacks, caller, id);
    }

    private boolean isSender(Caller caller, ReferralId id) {
        return database.commit(transaction -> referrals
                .apply(transaction)
                .find(id, Instant.EPOCH)
                .filter(found -> found.referral().request().from().equals(caller.agency()))
                .isPresent());
    }
}
