package org.paivand.holding;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.RetentionBasis;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.holding.Holdings.Place;
import org.paivand.holding.StopUseNotice.Part;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Notices, as those see them who have to answer, and those who control the case. */
public final class NoticeDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, Notices> notices;
    private final Function<Transaction, Holdings> holdings;
    private final Function<Transaction, Deadlines> deadlines;
    private final Function<Transaction, Cases> cases;
    private final Answers answers;
    private final Journeys journeys;
    private final LogState log;
    private final InstantSource clock;

    public NoticeDesk(
            Database database,
            Function<Transaction, Notices> notices,
            Function<Transaction, Holdings> holdings,
            Function<Transaction, Deadlines> deadlines,
            Function<Transaction, Cases> cases,
            Answers answers,
            Journeys journeys,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.notices = notices;
        this.holdings = holdings;
        this.deadlines = deadlines;
        this.cases = cases;
        this.answers = answers;
        this.journeys = journeys;
        this.log = log;
        this.clock = clock;
    }

    /** What the caller's agency is asked, newest first. */
    public List<StopUseNotice> asked(Caller caller, Optional<Place> after, int limit) {
        return database.<List<StopUseNotice>, RuntimeException>commit(
                transaction -> notices.apply(transaction).of(caller.agency(), after, limit));
    }

    /**
     * What others were asked about the case, newest first.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls the case
     */
    public List<StopUseNotice> about(Caller caller, CaseId caseId, Optional<Place> after, int limit) {
        return database.<List<StopUseNotice>, RuntimeException>commit(transaction -> {
            CaseFile file = cases.apply(transaction)
                    .find(caseId)
                    .filter(found -> found.controller().equals(caller.agency()))
                    .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            return notices.apply(transaction).about(file.id(), after, limit);
        });
    }

    /**
     * Answers a notice. What was kept may be answered again, until it is erased.
     *
     * @throws ProblemException {@code not-found} for a notice that another agency has; {@code conflict} if it was answered with
     *     {@code erased}, or lifted; {@code invalid-request} for an end that is over, or a journey that the notice doesn't concern
     */
    public StopUseNotice answer(Caller caller, UUID exchange, IdempotencyKey key, UUID id, HolderAnswer answer)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, made) -> answered(transaction, caller, exchange, mine(transaction, caller, id), answer),
                (transaction, made) -> mine(transaction, caller, id));
    }

    private StopUseNotice mine(Transaction transaction, Caller caller, UUID id) throws SQLException {
        return notices.apply(transaction)
                .lock(caller.agency(), id)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private StopUseNotice answered(
            Transaction transaction, Caller caller, UUID exchange, StopUseNotice notice, HolderAnswer answer)
            throws SQLException {
        Instant now = answers.notBefore(notice.at());
        if (!notice.isOpen()) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        answer.fold(erased -> true, kept -> admitted(notice, kept, now));
        answers.write(transaction, caller, exchange, notice.id(), notice.caseId(), answer, now);
        notices.apply(transaction).answered(notice.id(), answer, now);
        deadlines.apply(transaction).settled(notice.id());
        Map<UUID, Set<Category>> gone = notice.erasedBy(answer).stream()
                .collect(Collectors.groupingBy(
                        Part::disclosure, Collectors.mapping(Part::category, Collectors.toSet())));
        for (Map.Entry<UUID, Set<Category>> disclosed : gone.entrySet()) {
            holdings.apply(transaction).erased(disclosed.getKey(), disclosed.getValue(), now);
        }
        return mine(transaction, caller, notice.id());
    }

    private boolean admitted(StopUseNotice notice, HolderAnswer.Retained kept, Instant now) {
        if (!now.isBefore(kept.until())) {
            throw ProblemException.invalid("/until", "in-the-past");
        }
        if (kept.basis() == RetentionBasis.JOURNEY) {
            if (notice.categories().stream().noneMatch(Journeys.NEEDED::contains)) {
                throw ProblemException.invalid("/basis", "contradiction");
            }
            if (!journeys.mayLastUntil(kept.until(), now)) {
                throw ProblemException.invalid("/until", "out-of-range");
            }
        }
        return true;
    }
}
