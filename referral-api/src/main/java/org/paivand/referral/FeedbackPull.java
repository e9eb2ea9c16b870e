package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.section.Feedback;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.casefile.section.Releasable;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.problem.ProblemException;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.Ask;
import org.paivand.release.Matter;

/** A sender asks how its referral ended: what the provider knows and the sender doesn't, so the provider is who discloses. */
final class FeedbackPull implements Matter {
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Feedbacks> feedbacks;
    private final Caller caller;
    private final ReferralId id;
    private final Set<Category> categories;

    FeedbackPull(
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Feedbacks> feedbacks,
            Caller caller,
            ReferralId id,
            Set<Category> categories) {
        this.referrals = referrals;
        this.feedbacks = feedbacks;
        this.caller = caller;
        this.id = id;
        this.categories = Set.copyOf(categories);
    }

    /** @throws ProblemException {@code invalid-request} for whoever sent it and asks for anything but feedback */
    @Override
    public Optional<CaseId> concerns(Transaction transaction) {
        Optional<CaseId> sent = mine(transaction, Instant.EPOCH)
                .map(found -> found.referral().request().caseId());
        if (sent.isPresent() && !categories.equals(Set.of(Category.FEEDBACK))) {
            throw ProblemException.invalid("/categories", "contradiction");
        }
        return sent;
    }

    @Override
    public Optional<Ask> asked(Transaction transaction, Instant now) {
        return mine(transaction, now)
                .map(found -> ask(
                        found.referral().request(),
                        caller.worker().map(worker -> new NamedWorker(worker, true)),
                        told(referrals.apply(transaction), found.referral()).isPresent()));
    }

    /** Who of its own people works on a case is the sender's to say, so whoever asks for it counts as assigned. */
    static Ask ask(Request request, Optional<NamedWorker> worker, boolean there) {
        return new Ask(
                request.id().value(),
                new Ask.Way(Optional.of(request.to()), request.from(), Action.SHARE),
                request.purpose(),
                Occasion.PULL,
                there,
                !there,
                worker,
                Set.of(Category.FEEDBACK),
                Ask.NOTHING_REQUESTED);
    }

    @Override
    public Optional<Releasable> feedback(
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

    private Optional<Referrals.Stored> mine(Transaction transaction, Instant now) {
        return referrals
                .apply(transaction)
                .find(id, now)
                .filter(found -> found.referral().request().from().equals(caller.agency()));
    }
}
