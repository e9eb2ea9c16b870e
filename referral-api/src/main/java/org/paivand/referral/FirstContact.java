package org.paivand.referral;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.Grant;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;

/**
 * What a recipient hears from the person themself when they first meet: that they did agree to this agency, or that they did
 * not. The recipient names no consent; it is asked about those that let it receive something.
 */
public final class FirstContact {
    private final Once once;
    private final Function<Transaction, Referrals> referrals;
    private final ConsentBook book;
    private final Directories directories;
    private final LogState log;
    private final InstantSource clock;

    public FirstContact(
            Once once,
            Function<Transaction, Referrals> referrals,
            ConsentBook book,
            Directories directories,
            LogState log,
            InstantSource clock) {
        this.once = once;
        this.referrals = referrals;
        this.book = book;
        this.directories = directories;
        this.log = log;
        this.clock = clock;
    }

    /** What the person says of it. */
    public enum Answer {
        /** They did agree; changes nothing. */
        CONFIRMED,
        /** They did not, or not to this: nothing goes on those consents until the person stands by them. */
        DISPUTED
    }

    /**
     * Records the answer, for every consent on which this recipient could be given something now.
     *
     * @return the answer that was recorded
     * @throws ProblemException {@code not-found} unless the caller's agency accepted this referral and still helps,
     *     {@code conflict} if there is no such consent
     */
    public Answer answer(Caller caller, UUID exchange, IdempotencyKey key, ReferralId id, Answer answer)
            throws LogNotWritableException {
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, first) -> {
                    Page page = book.open(transaction, accepted(transaction, caller, id), file -> true);
                    // Asked again under the lock: who ended the referral meanwhile answers for nobody.
                    accepted(transaction, caller, id);
                    write(transaction, page, caller, exchange, request(transaction, id), answer);
                    return answer;
                },
                (transaction, first) -> answer);
    }

    private void write(
            Transaction transaction, Page opened, Caller caller, UUID exchange, Request request, Answer answer)
            throws SQLException {
        Set<UUID> consents = concerned(opened, request);
        if (consents.isEmpty()) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        Page page = opened;
        for (UUID consentId : consents) {
            ConsentEvent event = answer == Answer.CONFIRMED
                    ? new ConsentEvent.Confirmed(page.now(), consentId, caller.agency())
                    : new ConsentEvent.Disputed(page.now(), consentId);
            page = book.write(
                            transaction,
                            page,
                            exchange,
                            Actors.actor(caller, Role.PROVIDER, Role.CHILD_PROTECTION),
                            event)
                    .next();
        }
    }

    private Set<UUID> concerned(Page page, Request request) {
        Party recipient =
                directories.current().agency(request.to()).orElseThrow().party();
        Set<UUID> consents = new TreeSet<>();
        page.history().stateAt(page.now()).livePermits().forEach(standing -> {
            if (lets(standing.grant(), recipient, request)) {
                consents.add(standing.consent().id());
            }
        });
        return consents;
    }

    private static boolean lets(Grant grant, Party recipient, Request request) {
        return grant.categories().stream()
                .anyMatch(category -> grant.permits(recipient, request.purpose(), category, Action.SHARE));
    }

    private Request request(Transaction transaction, ReferralId id) {
        return referrals
                .apply(transaction)
                .find(id, clock.instant())
                .orElseThrow()
                .referral()
                .request();
    }

    private CaseId accepted(Transaction transaction, Caller caller, ReferralId id) {
        Optional<CaseId> accepted =
                new AcceptedCases(referrals, clock).accepted(transaction, caller.agency(), id.value());
        return accepted.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
