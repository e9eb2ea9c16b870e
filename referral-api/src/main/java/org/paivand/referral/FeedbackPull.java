package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.section.Feedback;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.casefile.section.Releasable;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.registry.service.ServiceType;

/** A sender asks how its referral ended. */
final class FeedbackPull extends SendersPull {
    private final Function<Transaction, Feedbacks> feedbacks;
    private final ReferralId id;

    FeedbackPull(
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Feedbacks> feedbacks,
            Caller caller,
            ReferralId id) {
        super(referrals, caller, id, Category.FEEDBACK);
        this.feedbacks = feedbacks;
        this.id = id;
    }

    @Override
    boolean there(Transaction transaction, Referral referral) {
        return told(referrals.apply(transaction), referral).isPresent();
    }

    @Override
    public Optional<Releasable> beside(
            Transaction transaction, CaseContents contents, CaseFile file, KeyUse.ForRelease permitted)
            throws CaseKeyException, SQLException {
        Optional<Referrals.Stored> stored = mine(transaction, Instant.EPOCH);
        Optional<Result> result = stored.flatMap(found -> told(referrals.apply(transaction), found.referral()));
        if (stored.isEmpty() || result.isEmpty()) {
            return Optional.empty();
        }
        Optional<Feedbacks.Kept> kept = feedbacks.apply(transaction).of(id);
        Optional<PersonsAnswer> answer = kept.isEmpty()
                ? Optional.empty()
                : Optional.of(contents.personsAnswer(
                        permitted,
                        file.id(),
                        id.value(),
                        kept.get().version(),
                        kept.get().sealed()));
        return Optional.of(new Feedback(
                result.get().code(),
                result.get().delivered(),
                stored.get().latest().at().atZone(ZoneOffset.UTC).toLocalDate(),
                answer.map(PersonsAnswer::helped),
                answer.flatMap(PersonsAnswer::words)));
    }

    /** What can be told of how it ended: of help that came about and is over, and never why it could not go on. */
    static Optional<Result> told(Referrals bound, Referral referral) {
        if (referral instanceof Referral.Completed completed) {
            return Optional.of(new Result(completed.outcome(), completed.delivered()));
        }
        return referral instanceof Referral.EndedByPerson
                        && bound.wasAccepted(referral.request().id())
                ? Optional.of(new Result(Unfinished.ENDED_BY_PERSON, List.of()))
                : Optional.empty();
    }

    record Result(Coded code, List<ServiceType> delivered) {}

    private enum Unfinished implements Coded {
        ENDED_BY_PERSON;

        @Override
        public String code() {
            return "ended-by-person";
        }
    }
}
