package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.section.Releasable;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemException;
import org.paivand.release.Ask;
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
    private final Strangers strangers;

    public Pulls(
            Releases releases,
            Previews previews,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Feedbacks> feedbacks,
            Strangers strangers) {
        this.releases = releases;
        this.previews = previews;
        this.referrals = referrals;
        this.feedbacks = feedbacks;
        this.strangers = strangers;
    }

    /**
     * What the caller's worker could pull now of all there is, until when, and why not the rest; no entry, since nothing of the
     * case is told. The sender has feedback to pull, and nothing else.
     *
     * @throws ProblemException {@code not-found} for who is no party, {@code illegal-transition} where nothing is to be had any
     *     more, or yet
     */
    public Deliberated permissions(Caller caller, ReferralId id) throws CaseKeyException {
        return previews.standing(new EitherSide(
                new Pull(referrals, caller, id, EnumSet.allOf(Category.class)).unheld(),
                new FeedbackPull(referrals, feedbacks, caller, id, Set.of(Category.FEEDBACK))));
    }

    /**
     * @throws ProblemException {@code release-refused} or {@code not-found}, logged by then; {@code invalid-request} if the sender
     *     asks for anything but feedback
     */
    public LoggedDisclosure pull(
            Caller caller, UUID exchange, IdempotencyKey key, ReferralId id, Set<Category> categories)
            throws CaseKeyException, LogNotWritableException {
        strangers.requireAdmitted(caller);
        return releases.disclose(
                caller,
                exchange,
                key,
                new EitherSide(
                        new Pull(referrals, caller, id, categories),
                        new FeedbackPull(referrals, feedbacks, caller, id, categories)));
    }

    /** Whoever isn't the provider may be the sender. */
    private record EitherSide(Matter provider, Matter sender) implements Matter {
        @Override
        public Optional<CaseId> concerns(Transaction transaction) throws SQLException {
            Optional<CaseId> provided = provider.concerns(transaction);
            return provided.isPresent() ? provided : sender.concerns(transaction);
        }

        @Override
        public Optional<Ask> asked(Transaction transaction, Instant now) throws SQLException {
            Optional<Ask> provided = provider.asked(transaction, now);
            return provided.isPresent() ? provided : sender.asked(transaction, now);
        }

        /** Only the sender's side has it to give. */
        @Override
        public Optional<Releasable> feedback(
                Transaction transaction, CaseContents contents, CaseFile file, KeyUse.ForRelease permitted)
                throws CaseKeyException, SQLException {
            return sender.feedback(transaction, contents, file, permitted);
        }
    }
}
