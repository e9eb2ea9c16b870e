package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Withheld;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * The one class that owns begin and commit of a disclosure. Inside: lock the case, read, decide, insert the entry. After the
 * commit has returned, and not before, there is a {@link LoggedDisclosure}; a refusal is committed as an entry in the same way.
 */
public final class Releases {
    private final Database database;
    private final Function<Transaction, CaseRecords> records;
    private final Deliberations deliberations;
    private final Disclosing disclosing;
    private final Hosts hosts;
    private final Strangers strangers;
    private final LogState log;
    private final Borders borders;
    private final InstantSource clock;

    public Releases(
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
        this.hosts = new Hosts(deliberations, disclosing);
        this.strangers = strangers;
        this.log = log;
        this.borders = borders;
        this.clock = clock;
    }

    /**
     * Discloses what may be disclosed of what is asked for.
     *
     * @throws ProblemException {@code release-refused} if nothing may, {@code not-found} if there is nothing the caller may
     *     see, {@code consents-lost} where the database lacks some of the case's consents; all are entries of the log by then. {@code witness-quorum-stale} if it would cross a border that is closed;
     *     nothing was released or logged
     * @throws LogNotWritableException if the entry would not be integrated and signed soon; nothing was released
     * @throws CaseKeyException if the case's key can't be used; nothing was released or logged
     */
    public LoggedDisclosure disclose(Caller caller, UUID exchange, Matter matter)
            throws CaseKeyException, LogNotWritableException {
        return disclose(caller, exchange, Optional.empty(), transaction -> matter);
    }

    /**
     * Discloses as {@link #disclose(Caller, UUID, Matter)}, and remembers the key with it. The same request is decided and logged
     * again: what it brought is kept nowhere.
     *
     * @param matter as the transaction finds it
     * @throws ProblemException {@code idempotency-key-reused} if the key came with another request before; of which nothing is
     *     logged
     */
    public LoggedDisclosure disclose(
            Caller caller, UUID exchange, IdempotencyKey key, Function<Transaction, Matter> matter)
            throws CaseKeyException, LogNotWritableException {
        return disclose(caller, exchange, Optional.of(key), matter);
    }

    private LoggedDisclosure disclose(
            Caller caller, UUID exchange, Optional<IdempotencyKey> key, Function<Transaction, Matter> matter)
            throws CaseKeyException, LogNotWritableException {
        log.requireWritable();
        Borders.Gate gate = borders.gate();
        Outcome<LoggedDisclosure> outcome =
                database.<Outcome<LoggedDisclosure>, CaseKeyException>commit(transaction -> {
                    if (key.isPresent()) {
                        Once.note(transaction, key.get(), clock.instant());
                    }
                    return decideAndLog(transaction, caller, exchange, matter.apply(transaction), gate);
                });
        return outcome.handOver();
    }

    /** What a transaction came to; it may be acted on only after the commit. */
    interface Outcome<T> {
        T handOver();
    }

    /** Done in the transaction that decided; it writes its own entry. */
    @FunctionalInterface
    public interface Act<T> {
        T on(Transaction transaction, Granted granted) throws CaseKeyException, SQLException;
    }

    /**
     * What a recipient does to a case on the ground on which it could pull, though nothing is pulled: done if everything that the
     * matter asks for could be pulled now. The case is locked alone, since something of it changes.
     *
     * @throws ProblemException as a release is refused, and {@code release-refused} where a part of it would be; all are entries
     *     by then, and nothing was done
     */
    public <T> T perform(Caller caller, UUID exchange, Matter matter, Act<T> act)
            throws CaseKeyException, LogNotWritableException {
        strangers.requireAdmitted(caller);
        log.requireWritable();
        Borders.Gate gate = borders.gate();
        Outcome<T> outcome = database.<Outcome<T>, CaseKeyException>commit(
                transaction -> decideAndAct(transaction, caller, exchange, matter, gate, act));
        return outcome.handOver();
    }

    /**
     * Makes what is proposed, if the recipient may see the service request of it.
     *
     * @throws ProblemException {@code offer-refused}, or {@code not-found} for a case the caller doesn't control; both are
     *     entries by then
     */
    public <T> T offer(Caller caller, UUID exchange, Proposal<T> proposal)
            throws CaseKeyException, LogNotWritableException {
        log.requireWritable();
        Outcome<T> outcome = database.<Outcome<T>, CaseKeyException>commit(transaction -> {
            Optional<T> made = proposal.replay(transaction, clock.instant());
            return made.isPresent() ? made::get : decideAndOffer(transaction, caller, exchange, proposal);
        });
        return outcome.handOver();
    }

    private <T> Outcome<T> decideAndOffer(Transaction transaction, Caller caller, UUID exchange, Proposal<T> proposal)
            throws CaseKeyException, SQLException {
        CaseRecords bound = records.apply(transaction);
        bound.cases().lockToDisclose(proposal.caseId());
        Instant now = now(bound, proposal.caseId());
        Optional<CaseFile> file =
                bound.cases().find(proposal.caseId()).filter(found -> proposal.entitled(transaction, found));
        if (file.isEmpty()) {
            return nothingThere(transaction, caller, exchange);
        }
        Deliberated deliberated = deliberations.decide(bound, file.get(), proposal.ask(), now);
        Optional<Outcome<T>> refused = refusal(transaction, bound, caller, exchange, deliberated, now);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (proposal.together() && !deliberations.carriesTogether(bound, deliberated, now)) {
            return disclosing.closed(transaction, caller, exchange, deliberated, ProblemCode.TOGETHER_REFUSED, now);
        }
        T made = proposal.make(transaction, now);
        return () -> made;
    }

    /**
     * Makes what is proposed, if the recipient may see the service request of each of the cases, and each person agreed that they
     * are asked for together; else nothing.
     *
     * @throws ProblemException {@code offer-refused} with each case that is refused, or {@code not-found} if one of them isn't
     *     the caller's to propose with the others; all are entries by then
     */
    public <T> T offerTogether(Caller caller, UUID exchange, JointProposal<T> proposal)
            throws CaseKeyException, LogNotWritableException {
        log.requireWritable();
        Outcome<T> outcome = database.<Outcome<T>, CaseKeyException>commit(transaction -> {
            Optional<T> made = proposal.replay(transaction, clock.instant());
            return made.isPresent() ? made::get : decideTogether(transaction, caller, exchange, proposal);
        });
        return outcome.handOver();
    }

    private <T> Outcome<T> decideTogether(
            Transaction transaction, Caller caller, UUID exchange, JointProposal<T> proposal)
            throws CaseKeyException, SQLException {
        CaseRecords bound = records.apply(transaction);
        List<CaseId> inOrder = proposal.parts().stream()
                .map(JointProposal.Part::caseId)
                .sorted(Comparator.comparing(CaseId::toString))
                .toList();
        inOrder.forEach(bound.cases()::lockToDisclose);
        Instant now = inOrder.stream()
                .map(caseId -> now(bound, caseId))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Optional<List<CaseFile>> files = entitled(transaction, bound, proposal);
        if (files.isEmpty()) {
            return nothingThere(transaction, caller, exchange);
        }
        JointRefusal refusal = new JointRefusal();
        for (int i = 0; i < files.get().size(); i++) {
            Deliberated deliberated = deliberations.decide(
                    bound, files.get().get(i), proposal.parts().get(i).ask(), now);
            Optional<Outcome<T>> refused = refusal(transaction, bound, caller, exchange, deliberated, now);
            if (refused.isEmpty() && !deliberations.carriesTogether(bound, deliberated, now)) {
                refused = Optional.of(disclosing.closed(
                        transaction, caller, exchange, deliberated, ProblemCode.TOGETHER_REFUSED, now));
            }
            int part = i;
            refused.ifPresent(outcome -> refusal.add(part, outcome));
        }
        if (!refusal.isEmpty()) {
            return refusal.outcome();
        }
        T made = proposal.make(transaction, now);
        return () -> made;
    }

    private static Optional<List<CaseFile>> entitled(
            Transaction transaction, CaseRecords bound, JointProposal<?> proposal) {
        List<CaseFile> files = proposal.parts().stream()
                .flatMap(part -> bound.cases().find(part.caseId()).stream())
                .toList();
        return files.size() == proposal.parts().size() && proposal.entitled(transaction, files)
                ? Optional.of(files)
                : Optional.empty();
    }

    /** Why the recipient may not be offered that, as an entry already. */
    private <T> Optional<Outcome<T>> refusal(
            Transaction transaction,
            CaseRecords bound,
            Caller caller,
            UUID exchange,
            Deliberated deliberated,
            Instant now)
            throws CaseKeyException, SQLException {
        if (!deliberations.takesPart(deliberated.ask().recipient())) {
            return Optional.of(
                    disclosing.closed(transaction, caller, exchange, deliberated, ProblemCode.OFFER_REFUSED, now));
        }
        if (!deliberated.whole()) {
            return Optional.of(
                    disclosing.closed(transaction, caller, exchange, deliberated, ProblemCode.CONSENTS_LOST, now));
        }
        List<Withheld> withheld = withheld(
                transaction,
                deliberated,
                category -> deliberated.file().section(category).isPresent());
        return withheld.isEmpty()
                ? hosts.offerRefusal(transaction, bound, caller, exchange, deliberated, now)
                : Optional.of(disclosing.refuse(
                        transaction, caller, exchange, deliberated, ProblemCode.OFFER_REFUSED, withheld, now));
    }

    private Outcome<LoggedDisclosure> decideAndLog(
            Transaction transaction, Caller caller, UUID exchange, Matter matter, Borders.Gate gate)
            throws CaseKeyException, SQLException {
        return decide(
                transaction,
                caller,
                exchange,
                matter,
                gate,
                Cases::lockToDisclose,
                (bound, deliberated, now) -> deliberated.ask().through().isPresent()
                        ? hosts.disclose(transaction, bound, caller, exchange, matter, deliberated, now)
                        : disclosing.disclose(transaction, bound, caller, exchange, matter, deliberated, now));
    }

    private <T> Outcome<T> decideAndAct(
            Transaction transaction, Caller caller, UUID exchange, Matter matter, Borders.Gate gate, Act<T> act)
            throws CaseKeyException, SQLException {
        return decide(transaction, caller, exchange, matter, gate, Cases::lockToChange, (bound, deliberated, now) -> {
            if (deliberated.ask().through().isPresent()) {
                return disclosing.closed(
                        transaction, caller, exchange, deliberated, ProblemCode.HOST_FIRST_STAGE_ONLY, now);
            }
            List<Withheld> withheld = withheld(transaction, deliberated, category -> true);
            if (!withheld.isEmpty()) {
                return disclosing.refuse(
                        transaction, caller, exchange, deliberated, ProblemCode.RELEASE_REFUSED, withheld, now);
            }
            T made = act.on(transaction, new Granted(deliberated, now));
            return () -> made;
        });
    }

    /** What follows a decision that some of it may be released. */
    private interface Then<T> {
        Outcome<T> on(CaseRecords bound, Deliberated deliberated, Instant now) throws CaseKeyException, SQLException;
    }

    private <T> Outcome<T> decide(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            Matter matter,
            Borders.Gate gate,
            BiConsumer<Cases, CaseId> lock,
            Then<T> then)
            throws CaseKeyException, SQLException {
        Optional<CaseId> caseId = matter.concerns(transaction);
        if (caseId.isEmpty()) {
            return nothingThere(transaction, caller, exchange);
        }
        CaseRecords bound = records.apply(transaction);
        lock.accept(bound.cases(), caseId.get());
        // Taken under the lock: whoever waited for a withdrawal decides after it.
        Instant now = now(bound, caseId.get());
        Optional<Ask> ask = matter.asked(transaction, now);
        Optional<CaseFile> file = bound.cases().find(caseId.get());
        if (file.isEmpty() || ask.isEmpty()) {
            return nothingThere(transaction, caller, exchange);
        }
        gate.requireOpenFor(ask.get().recipient());
        Deliberated deliberated = deliberations.decide(bound, file.get(), ask.get(), now);
        Optional<ProblemCode> closed = closed(deliberated);
        return closed.isPresent()
                ? disclosing.closed(transaction, caller, exchange, deliberated, closed.get(), now)
                : then.on(bound, deliberated, now);
    }

    /** Why nothing of it goes out, whatever was decided of each category. */
    private Optional<ProblemCode> closed(Deliberated deliberated) {
        if (!deliberated.whole()) {
            return Optional.of(ProblemCode.CONSENTS_LOST);
        }
        if (deliberated.ask().closed()) {
            return Optional.of(ProblemCode.ILLEGAL_TRANSITION);
        }
        boolean otherwise = deliberated.decision().permitted().values().stream()
                .anyMatch(permit -> !deliberated.ask().admits(permit.basis()));
        return otherwise || !deliberations.takesPart(deliberated.ask().recipient())
                ? Optional.of(ProblemCode.RELEASE_REFUSED)
                : Optional.empty();
    }

    /**
     * What isn't permitted of all that was asked for, or isn't the discloser's to give.
     *
     * @param there what the case has
     */
    private List<Withheld> withheld(Transaction transaction, Deliberated deliberated, Predicate<Category> there)
            throws SQLException {
        List<Withheld> withheld = new ArrayList<>(Withheld.of(deliberated.decision()));
        for (Category category : deliberated.decision().permitted().keySet()) {
            if (!there.test(category) || !disclosing.mayPass(transaction, deliberated, category)) {
                withheld.add(new Withheld(category, ReasonCode.NOT_HELD));
            }
        }
        return withheld;
    }

    private Instant now(CaseRecords bound, CaseId caseId) {
        return bound.consents().notBeforeLast(caseId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private <T> Outcome<T> nothingThere(Transaction transaction, Caller caller, UUID exchange) throws SQLException {
        strangers.count(caller);
        disclosing.deny(transaction, caller, exchange, ProblemCode.NOT_FOUND, clock.instant());
        return () -> {
            throw ProblemException.logged(ProblemCode.NOT_FOUND);
        };
    }
}
