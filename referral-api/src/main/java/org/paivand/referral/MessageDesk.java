package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Message;
import org.paivand.casefile.section.ReleasedMessages;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.release.CaseRecords;

/** The two agencies of a referral write to each other while help goes on; each gets the other's words by a release alone ({@link Pulls}). */
public final class MessageDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, CaseRecords> records;
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, Messages> messages;
    private final CaseDesk cases;
    private final CaseContents contents;
    private final Readers readers;
    private final InstantSource clock;

    public MessageDesk(
            Database database,
            Function<Transaction, CaseRecords> records,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Messages> messages,
            CaseDesk cases,
            CaseContents contents,
            Readers readers,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.records = records;
        this.referrals = referrals;
        this.messages = messages;
        this.cases = cases;
        this.contents = contents;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Writes to the other side, which is told that there is something only if it may read it.
     *
     * @return what is kept, sealed
     * @throws ProblemException {@code not-found} for who is no party, {@code illegal-transition} before an acceptance and after the
     *     end, {@code conflict} if the referral has all the messages it may have, {@code section-not-permitted} if policy keeps
     *     messages from agencies of this kind
     */
    public Messages.Kept write(Caller caller, IdempotencyKey key, ReferralId id, Message message) {
        cases.requireWritable(caller, Category.MESSAGE);
        return once.commit(
                key,
                clock.instant(),
                (transaction, made) -> write(transaction, caller, id, made, message),
                (transaction, made) -> {
                    Request unusedRequest = asParty(referrals.apply(transaction).find(id, clock.instant()), caller);
                    return messages.apply(transaction).of(id).stream()
                            .filter(kept -> kept.id().equals(made))
                            .findFirst()
                            .orElseThrow(MessageDesk::notFound);
                });
    }

    /**
     * That messages were written, and never what they say: the caller's own, and those of the other side while it may read them. The
     * oldest first.
     *
     * @throws ProblemException {@code not-found} for who is no party
     */
    public List<Messages.Kept> list(Caller caller, ReferralId id) throws CaseKeyException {
        return database.<List<Messages.Kept>, CaseKeyException>commit(transaction -> {
            Instant now = clock.instant();
            Optional<Referrals.Stored> stored = referrals.apply(transaction).find(id, now);
            Request request = asParty(stored, caller);
            CaseRecords reads = records.apply(transaction);
            CaseFile file = reads.cases().find(request.caseId()).orElseThrow(MessageDesk::notFound);
            Party party = party(request, caller);
            boolean others = stored.orElseThrow().referral() instanceof Referral.Helping
                    && readers.mayRead(reads, file, request, party, Category.MESSAGE, now);
            return messages.apply(transaction).of(id).stream()
                    .filter(kept -> kept.by().equals(caller.agency())
                            || (others && Correspondence.isTo(party, request, kept.by())))
                    .toList();
        });
    }

    private Messages.Kept write(Transaction transaction, Caller caller, ReferralId id, UUID made, Message message)
            throws SQLException {
        Referrals bound = referrals.apply(transaction);
        CaseRecords reads = records.apply(transaction);
        reads.cases()
                .lockToDisclose(asParty(bound.find(id, clock.instant()), caller).caseId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Referrals.Stored> stored = bound.lock(id, now);
        // Asked again under the lock: the case may have passed to another controller, or be erased.
        Request request = asParty(stored, caller);
        CaseFile file = reads.cases().find(request.caseId()).orElseThrow(MessageDesk::notFound);
        Referral referral = stored.orElseThrow().referral();
        Party writer = party(request, caller);
        if (!(referral instanceof Referral.Helping)) {
            throw ProblemException.illegalTransition(Move.open(referral, writer, bound.released(id)).stream()
                    .map(Transition::code)
                    .toList());
        }
        Messages kept = messages.apply(transaction);
        int number = kept.last(id) + 1;
        if (number > ReleasedMessages.MOST) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        try {
            Messages.Kept written = new Messages.Kept(
                    made, number, caller.agency(), now, contents.seal(request.caseId(), id.value(), number, message));
            kept.add(id, written);
            readers.tell(transaction, reads, file, request, writer.other(), Category.MESSAGE, now);
            return written;
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private static Party party(Request request, Caller caller) {
        return request.to().equals(caller.agency()) ? Party.PROVIDER : Party.SENDER;
    }

    private static Request asParty(Optional<Referrals.Stored> stored, Caller caller) {
        return stored.map(found -> found.referral().request())
                .filter(request ->
                        request.from().equals(caller.agency()) || request.to().equals(caller.agency()))
                .orElseThrow(MessageDesk::notFound);
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
