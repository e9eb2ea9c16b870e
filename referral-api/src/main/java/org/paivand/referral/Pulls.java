package org.paivand.referral;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.release.Deliberated;
import org.paivand.release.LoggedDisclosure;
import org.paivand.release.Matter;
import org.paivand.release.Previews;
import org.paivand.release.Releases;
import org.paivand.release.Strangers;

/**
 * Pulls of categories through a referral: by its provider, of the case; by who answers for the provider, of the first stage; by its sender, of what the provider wrote and how it ended. A
 * repeated pull is decided and logged again: its answer is kept nowhere.
 */
public final class Pulls {
    private final Releases releases;
    private final Previews previews;
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Feedbacks> feedbacks;
    private final Function<Transaction, Messages> messages;
    private final Directories directories;
    private final Strangers strangers;
    private final InstantSource clock;

    public Pulls(
            Releases releases,
            Previews previews,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Feedbacks> feedbacks,
            Function<Transaction, Messages> messages,
            Directories directories,
            Strangers strangers,
            InstantSource clock) {
        this.releases = releases;
        this.previews = previews;
        this.referrals = referrals;
        this.feedbacks = feedbacks;
        this.messages = messages;
        this.directories = directories;
        this.strangers = strangers;
        this.clock = clock;
    }

    /**
     * What the caller's worker could pull now of all there is, until when, and why not the rest; no entry, since nothing of the
     * case is told. The sender has messages to pull while help goes on, and feedback when it is over.
     *
     * @throws ProblemException {@code not-found} for who is no party, {@code illegal-transition} where nothing is to be had any
     *     more, or yet
     */
    public Deliberated permissions(Caller caller, ReferralId id) throws CaseKeyException {
        return previews.standing(transaction -> sent(transaction, caller, id)
                .map(referral ->
                        ofSender(caller, id, referral instanceof Referral.Ended ? Category.FEEDBACK : Category.MESSAGE))
                .orElseGet(() -> new Pull(referrals, messages, directories, caller, id, EnumSet.allOf(Category.class))
                        .unheld()));
    }

    /**
     * @throws ProblemException {@code release-refused} or {@code not-found}, and to who answers for the provider {@code
     *     host-not-named} or {@code host-first-stage-only}, logged by then; {@code invalid-request} if the sender
     *     asks for anything but messages, or feedback, alone
     */
    public LoggedDisclosure pull(
            Caller caller, UUID exchange, IdempotencyKey key, ReferralId id, Set<Category> categories)
            throws CaseKeyException, LogNotWritableException {
        strangers.requireAdmitted(caller);
        return releases.disclose(caller, exchange, key, transaction -> matter(transaction, caller, id, categories));
    }

    private Matter matter(Transaction transaction, Caller caller, ReferralId id, Set<Category> categories) {
        if (sent(transaction, caller, id).isEmpty()) {
            return new Pull(referrals, messages, directories, caller, id, categories);
        }
        if (categories.equals(Set.of(Category.MESSAGE)) || categories.equals(Set.of(Category.FEEDBACK))) {
            return ofSender(caller, id, categories.iterator().next());
        }
        throw ProblemException.invalid("/categories", "contradiction");
    }

    private Matter ofSender(Caller caller, ReferralId id, Category category) {
        return category == Category.MESSAGE
                ? new MessagePull(referrals, new Correspondence(messages), caller, id)
                : new FeedbackPull(referrals, feedbacks, caller, id);
    }

    /** The referral, if the caller's agency sent it. */
    private Optional<Referral> sent(Transaction transaction, Caller caller, ReferralId id) {
        return referrals
                .apply(transaction)
                .find(id, clock.instant())
                .map(Referrals.Stored::referral)
                .filter(referral -> referral.request().from().equals(caller.agency()));
    }
}
