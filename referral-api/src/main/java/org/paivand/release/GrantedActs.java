package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Withheld;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * What a recipient does to a case on the ground on which it could pull, though nothing is pulled. Decided as a release is, and
 * refused as one; the case is locked alone, since something of it changes.
 */
public final class GrantedActs {
    private final Database database;
    private final Function<Transaction, CaseRecords> records;
    private final Deliberations deliberations;
    private final Disclosing disclosing;
    private final Strangers strangers;
    private final LogState log;
    private final Borders borders;
    private final InstantSource clock;

    public GrantedActs(
            Database database,
            Function<Transaction, CaseRecords> records,
            Deliberations deliberations,
            Disclosing disclosing,
            Strangers strangers,
            LogState log,
            Borders borders,
            InstantSource clock) {
        this.database = database;
        this.records = records;
        this.deliberations = deliberations;
        this.disclosing = disclosing;
        this.strangers = strangers;
        this.log = log;
        this.borders = borders;
        this.clock = clock;
    }

    /** Done in the transaction that decided; it writes its own entry. */
    @FunctionalInterface
    public interface Act<T> {
        T on(Transaction transaction, Granted granted) throws CaseKeyException, SQLException;
    }

    /**
     * Does it if everything that the matter asks for could be pulled now.
     *
     * @throws ProblemException {@code release-refused}, {@code illegal-transition} where the referral is over, {@code not-found}
     *     or {@code consents-lost}; all are entries by then, and nothing was done
     */
    public <T> T perform(Caller caller, UUID exchange, Matter matter, Act<T> act)
            throws CaseKeyException, LogNotWritableException {
        strangers.requireAdmitted(caller);
        log.requireWritable();
        Borders.Gate gate = borders.gate();
        Releases.Outcome<T> outcome = database.<Releases.Outcome<T>, CaseKeyException>commit(
                transaction -> decide(transaction, caller, exchange, matter, gate, act));
        return outcome.handOver();
    }

    private <T> Releases.Outcome<T> decide(
            Transaction transaction, Caller caller, UUID exchange, Matter matter, Borders.Gate gate, Act<T> act)
            throws CaseKeyException, SQLException {
        Optional<CaseId> caseId = matter.concerns(transaction);
        if (caseId.isEmpty()) {
            return nothingThere(transaction, caller, exchange);
        }
        CaseRecords bound = records.apply(transaction);
        bound.cases().lockToChange(caseId.get());
        Instant now =
                bound.consents().notBeforeLast(caseId.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Optional<CaseFile> file = bound.cases().find(caseId.get());
        Optional<Ask> ask = matter.asked(transaction, now);
        if (file.isEmpty() || ask.isEmpty()) {
            return nothingThere(transaction, caller, exchange);
        }
        gate.requireOpenFor(ask.get().recipient());
        Deliberated deliberated = deliberations.decide(bound, file.get(), ask.get(), now);
        Optional<ProblemCode> closed = closed(deliberated);
        if (closed.isPresent()) {
            return disclosing.closed(transaction, caller, exchange, deliberated, closed.get(), now);
        }
        List<Withheld> withheld = new ArrayList<>(Withheld.of(deliberated.decision()));
        for (Category category : deliberated.decision().permitted().keySet()) {
            if (!disclosing.mayPass(transaction, deliberated, category)) {
                withheld.add(new Withheld(category, ReasonCode.NOT_HELD));
            }
        }
        if (!withheld.isEmpty()) {
            return disclosing.refuse(
                    transaction, caller, exchange, deliberated, ProblemCode.RELEASE_REFUSED, withheld, now);
        }
        T made = act.on(transaction, new Granted(deliberated, now));
        return () -> made;
    }

    private Optional<ProblemCode> closed(Deliberated deliberated) {
        if (!deliberated.whole()) {
            return Optional.of(ProblemCode.CONSENTS_LOST);
        }
        if (deliberated.ask().closed()) {
            return Optional.of(ProblemCode.ILLEGAL_TRANSITION);
        }
        if (deliberated.ask().through().isPresent()) {
            return Optional.of(ProblemCode.HOST_FIRST_STAGE_ONLY);
        }
        return deliberations.takesPart(deliberated.ask().recipient())
                ? Optional.empty()
                : Optional.of(ProblemCode.RELEASE_REFUSED);
    }

    private <T> Releases.Outcome<T> nothingThere(Transaction transaction, Caller caller, UUID exchange) {
        strangers.count(caller);
        disclosing.deny(transaction, caller, exchange, ProblemCode.NOT_FOUND, clock.instant());
        return () -> {
            throw ProblemException.logged(ProblemCode.NOT_FOUND);
        };
    }
}
