package org.paivand.referral;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.Sealed;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.release.CaseRecords;

/** Providers write down what persons said of the help; senders get it by a release alone ({@link Pulls}). */
public final class FeedbackDesk {
    private final Database database;
    private final Function<Transaction, CaseRecords> records;
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Feedbacks> feedbacks;
    private final CaseDesk cases;
    private final CaseContents contents;
    private final Readers readers;
    private final InstantSource clock;

    public FeedbackDesk(
            Database database,
            Function<Transaction, CaseRecords> records,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Feedbacks> feedbacks,
            CaseDesk cases,
            CaseContents contents,
            Readers readers,
            InstantSource clock) {
        this.database = database;
        this.records = records;
        this.referrals = referrals;
        this.feedbacks = feedbacks;
        this.cases = cases;
        this.contents = contents;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Writes or replaces the answer. The sender is told that there is one only if it may read it.
     *
     * @param expected the version to replace, or 0 to create it
     * @return the new version
     * @throws ProblemException {@code not-found} for all but the provider, {@code illegal-transition} while the help goes on or if
     *     it never came about, {@code stale-version} if another version stands there, {@code section-not-permitted} if policy
     *     keeps feedback from agencies of this kind
     */
    public int write(Caller caller, ReferralId id, int expected, PersonsAnswer answer) throws CaseKeyException {
        cases.requireWritable(caller, Category.FEEDBACK);
        return database.<Integer, CaseKeyException>commit(transaction -> {
            Referrals bound = referrals.apply(transaction);
            CaseRecords reads = records.apply(transaction);
            Request request = mine(bound.find(id, clock.instant()), caller);
            reads.cases().lockToDisclose(request.caseId());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<Referrals.Stored> stored = bound.lock(id, now);
            Optional<CaseFile> file = reads.cases().find(request.caseId());
            if (stored.isEmpty() || file.isEmpty()) {
                throw notFound();
            }
            Referral referral = stored.get().referral();
            if (FeedbackPull.told(bound, referral).isEmpty()) {
                throw ProblemException.illegalTransition(
                        Move.open(referral, Party.PROVIDER, bound.released(id)).stream()
                                .map(Transition::code)
                                .toList());
            }
            Feedbacks kept = feedbacks.apply(transaction);
            int version = kept.of(id).map(Feedbacks.Kept::version).orElse(0);
            if (version != expected) {
                throw ProblemException.of(ProblemCode.STALE_VERSION);
            }
            Sealed sealed = contents.seal(request.caseId(), id.value(), version + 1, answer);
            kept.put(id, new Feedbacks.Kept(version + 1, sealed, now));
            readers.tell(transaction, reads, file.get(), request, Party.SENDER, Category.FEEDBACK, now);
            return version + 1;
        });
    }

    /**
     * That there is an answer, and never what it says.
     *
     * @throws ProblemException {@code not-found} for all but the provider, and where there is none
     */
    public Feedbacks.Kept find(Caller caller, ReferralId id) {
        return database.commit(transaction -> {
            Request request = mine(referrals.apply(transaction).find(id, clock.instant()), caller);
            return feedbacks.apply(transaction).of(request.id()).orElseThrow(FeedbackDesk::notFound);
        });
    }

    private static Request mine(Optional<Referrals.Stored> stored, Caller caller) {
        return stored.map(found -> found.referral().request())
                .filter(request -> request.to().equals(caller.agency()))
                .orElseThrow(FeedbackDesk::notFound);
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
