package org.paivand.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.handover.HandOver.State;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals;

/**
 * Moves a case to another controller: one proposes, the other accepts, and at both moments the person's consent to it stands.
 * What each agency contributed stays its own: the next controller reads it by a release, as everybody does.
 */
public final class HandOverDesk {
    private final Database database;
    private final Once once;
    private final Stores stores;
    private final ConsentBook book;
    private final HandOverConsent consent;
    private final Journal journal;
    private final LogState log;
    private final Duration answerWithin;
    private final InstantSource clock;

    /** What a hand-over touches, each bound to a transaction. */
    public record Stores(
            Function<Transaction, HandOvers> handOvers,
            Function<Transaction, Cases> cases,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Notifications> notifications) {}

    /** @param answerWithin how long a proposal waits for its answer */
    public HandOverDesk(
            Database database,
            Stores stores,
            ConsentBook book,
            HandOverConsent consent,
            Journal journal,
            LogState log,
            Duration answerWithin,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.stores = stores;
        this.book = book;
        this.consent = consent;
        this.journal = journal;
        this.log = log;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    /** What a controller wants; the consent is the person's to this very hand-over. */
    public record Wanted(AgencyId to, Purpose purpose, UUID consentId) {}

    /**
     * Proposes that another agency take the case over. Nothing changes until it accepts.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls the case and the case has the consent;
     *     {@code conflict} while another proposal waits; {@code hand-over-refused} if the consent doesn't carry it
     */
    public HandOver propose(Caller caller, UUID exchange, IdempotencyKey key, CaseId caseId, Wanted wanted)
            throws LogNotWritableException {
        log.requireWritable();
        return refusing(
                caller,
                exchange,
                caseId,
                () -> once.commit(
                        key,
                        clock.instant(),
                        (transaction, id) -> {
                            Page page = book.open(
                                    transaction,
                                    caseId,
                                    file -> file.controller().equals(caller.agency()));
                            HandOvers bound = stores.handOvers().apply(transaction);
                            if (bound.open(caseId, page.now())) {
                                throw ProblemException.of(ProblemCode.CONFLICT);
                            }
                            Proposal proposal = new Proposal(
                                    id,
                                    caseId,
                                    caller.agency(),
                                    wanted.to(),
                                    wanted.purpose(),
                                    wanted.consentId(),
                                    page.now(),
                                    page.now().plus(answerWithin));
                            consent.requireController(transaction, page, proposal);
                            consent.basis(transaction, page, proposal);
                            HandOver proposed = HandOver.proposed(proposal);
                            bound.add(proposed);
                            stores.notifications()
                                    .apply(transaction)
                                    .add(wanted.to(), NotificationKind.HAND_OVER_PROPOSED, id, page.now());
                            return proposed;
                        },
                        (transaction, id) -> known(transaction, id, caller)));
    }

    /**
     * Takes the case over. When this returns, the caller's agency controls it: its clocks, its consents and what is still open
     * of its referrals.
     *
     * @throws ProblemException {@code not-found} for everybody but the agency it was proposed to; {@code illegal-transition} if
     *     it was answered or has expired; {@code hand-over-refused} if the consent doesn't carry it any more
     */
    public HandOver accept(Caller caller, UUID exchange, UUID id) throws LogNotWritableException {
        log.requireWritable();
        Proposal proposal = read(caller, id, to(caller)).proposal();
        return refusing(
                caller,
                exchange,
                proposal.caseId(),
                () -> database.<HandOver, RuntimeException>commit(transaction -> {
                    Page page = opened(transaction, id, caller, to(caller));
                    Basis basis = consent.basis(transaction, page, proposal);
                    HandOver accepted = decide(transaction, id, State.ACCEPTED, page.now());
                    stores.cases().apply(transaction).handOver(proposal.caseId(), proposal.to());
                    stores.referrals().apply(transaction).follow(proposal.caseId(), proposal.from(), proposal.to());
                    write(transaction, caller, exchange, page, proposal, basis);
                    return accepted;
                }));
    }

    /** Answers no, or takes the proposal back; the case stays where it is. */
    public HandOver end(Caller caller, UUID id, State how) {
        Predicate<Proposal> side = how == State.DECLINED ? to(caller) : from(caller);
        read(caller, id, side);
        return database.commit(transaction -> {
            Page page = opened(transaction, id, caller, side);
            return decide(transaction, id, how, page.now());
        });
    }

    public List<HandOver> list(Caller caller, HandOvers.Side side, Optional<Cases.Cursor> after, int limit) {
        return database.commit(transaction ->
                stores.handOvers().apply(transaction).of(caller.agency(), side, after, limit, clock.instant()));
    }

    private static Predicate<Proposal> to(Caller caller) {
        return proposal -> proposal.to().equals(caller.agency());
    }

    private static Predicate<Proposal> from(Caller caller) {
        return proposal -> proposal.from().equals(caller.agency());
    }

    private HandOver read(Caller caller, UUID id, Predicate<Proposal> side) {
        return database.commit(transaction -> {
            HandOver found = known(transaction, id, caller);
            if (!side.test(found.proposal())) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return found;
        });
    }

    private HandOver known(Transaction transaction, UUID id, Caller caller) {
        return stores.handOvers()
                .apply(transaction)
                .find(id, clock.instant())
                .filter(found -> to(caller).or(from(caller)).test(found.proposal()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /** Locks the case of a proposal that still waits for its answer. */
    private Page opened(Transaction transaction, UUID id, Caller caller, Predicate<Proposal> side) {
        HandOver asked = known(transaction, id, caller);
        if (!asked.isOpen()) {
            throw ProblemException.illegalTransition(List.of());
        }
        Proposal proposal = asked.proposal();
        Page page = book.open(
                transaction, proposal.caseId(), file -> file.controller().equals(proposal.from()));
        HandOver found = known(transaction, id, caller);
        boolean answerable = found.isOpen() && page.now().isBefore(proposal.answerBy());
        if (!answerable || !side.test(proposal)) {
            throw ProblemException.illegalTransition(List.of());
        }
        return page;
    }

    private HandOver decide(Transaction transaction, UUID id, State how, Instant at) {
        HandOvers bound = stores.handOvers().apply(transaction);
        HandOver decided = bound.find(id, at).orElseThrow().decided(how, at);
        bound.replace(decided);
        return decided;
    }

    private void write(
            Transaction transaction, Caller caller, UUID exchange, Page page, Proposal proposal, Basis basis) {
        HandedOver event = new HandedOver(
                Actors.head(
                        exchange,
                        page.now(),
                        Optional.of(page.history().caseRef()),
                        Actors.actor(caller, Role.REFERRER, Role.CHILD_PROTECTION)),
                proposal.from(),
                proposal.to(),
                basis);
        journal.write(transaction, event, caller.user(), Optional.empty(), Optional.of(proposal.caseId()));
    }

    /** What is to be done; a refusal of it is an entry, and changes nothing. */
    @FunctionalInterface
    private interface Attempt {
        HandOver make();
    }

    private HandOver refusing(Caller caller, UUID exchange, CaseId caseId, Attempt attempt) {
        try {
            return attempt.make();
        } catch (ProblemException refused) {
            if (refused.code() == ProblemCode.HAND_OVER_REFUSED) {
                database.<Boolean, RuntimeException>commit(transaction -> {
                    book.deny(
                            transaction,
                            book.read(transaction, caseId, file -> true),
                            exchange,
                            Actors.actor(caller, Role.REFERRER, Role.CHILD_PROTECTION),
                            refused);
                    return true;
                });
            }
            throw refused;
        }
    }
}
