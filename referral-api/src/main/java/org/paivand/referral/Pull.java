package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.release.Ask;
import org.paivand.release.Matter;

/** A provider asks for categories of the case that was referred to it. */
public final class Pull implements Matter {
    private final Function<Transaction, Referrals> referrals;
    private final Correspondence correspondence;
    private final Caller caller;
    private final ReferralId id;
    private final Set<Category> categories;

    public Pull(
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Messages> messages,
            Caller caller,
            ReferralId id,
            Set<Category> categories) {
        this.referrals = referrals;
        this.correspondence = new Correspondence(messages);
        this.caller = caller;
        this.id = id;
        this.categories = Set.copyOf(categories);
    }

    @Override
    public Optional<CaseId> concerns(Transaction transaction) {
        return mine(referrals.apply(transaction).find(id, Instant.EPOCH)).map(Request::caseId);
    }

    @Override
    public Optional<Ask> asked(Transaction transaction, Instant now) {
        Referrals bound = referrals.apply(transaction);
        return ask(bound, bound.lock(id, now));
    }

    @Override
    public Optional<Releasable> beside(
            Transaction transaction, CaseContents contents, CaseFile file, KeyUse.ForRelease permitted)
            throws CaseKeyException, SQLException {
        Optional<Request> request = mine(referrals.apply(transaction).find(id, Instant.EPOCH));
        return request.isEmpty() || permitted.category() != Category.MESSAGE
                ? Optional.empty()
                : correspondence.opened(transaction, contents, request.get(), Party.PROVIDER, permitted);
    }

    /** The same question, only to see what the answer would be: the referral isn't held. */
    Matter unheld() {
        return new Matter() {
            @Override
            public Optional<CaseId> concerns(Transaction transaction) {
                return Pull.this.concerns(transaction);
            }

            @Override
            public Optional<Ask> asked(Transaction transaction, Instant now) {
                Referrals bound = referrals.apply(transaction);
                return ask(bound, bound.find(id, now));
            }
        };
    }

    private Optional<Ask> ask(Referrals bound, Optional<Referrals.Stored> stored) {
        return mine(stored)
                .map(request -> new Ask(
                        id.value(),
                        request.way(),
                        request.purpose(),
                        Occasion.PULL,
                        stored.filter(found -> found.referral() instanceof Referral.Helping)
                                .isPresent(),
                        stored.filter(found -> found.referral() instanceof Referral.Ended)
                                .isPresent(),
                        caller.worker()
                                .map(worker -> new NamedWorker(
                                        worker, bound.workers(id).contains(worker))),
                        categories,
                        new Ask.Requested(Set.copyOf(request.services()), request.urgency())));
    }

    private Optional<Request> mine(Optional<Referrals.Stored> stored) {
        return stored.map(found -> found.referral().request())
                .filter(request -> request.to().equals(caller.agency()));
    }
}
