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
import org.paivand.registry.directory.Directories;
import org.paivand.release.Ask;
import org.paivand.release.Matter;

/**
 * A provider asks for categories of the case that was referred to it; or who answers for it, for the first stage. That one is no
 * better off by an acceptance: what accepts is the provider.
 */
public final class Pull implements Matter {
    private final Function<Transaction, Referrals> referrals;
    private final Correspondence correspondence;
    private final Directories directories;
    private final Caller caller;
    private final ReferralId id;
    private final Set<Category> categories;

    public Pull(
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Messages> messages,
            Directories directories,
            Caller caller,
            ReferralId id,
            Set<Category> categories) {
        this.referrals = referrals;
        this.correspondence = new Correspondence(messages);
        this.directories = directories;
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
        return ask(bound, bound.lock(id, now), categories);
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
                Optional<Referrals.Stored> stored = bound.find(id, now);
                boolean host = stored.filter(found -> isHost(found.referral().request()))
                        .isPresent();
                return ask(bound, stored, host ? Set.of(Category.SERVICE_REQUEST) : categories);
            }
        };
    }

    private Optional<Ask> ask(Referrals bound, Optional<Referrals.Stored> stored, Set<Category> asked) {
        return mine(stored)
                .map(request -> new Ask(
                        id.value(),
                        request.way(),
                        request.purpose(),
                        Occasion.PULL,
                        !isHost(request)
                                && stored.filter(found -> found.referral() instanceof Referral.Helping)
                                        .isPresent(),
                        stored.filter(found -> found.referral() instanceof Referral.Ended)
                                .isPresent(),
                        caller.worker()
                                .map(worker -> new NamedWorker(
                                        worker,
                                        !isHost(request) && bound.workers(id).contains(worker))),
                        asked,
                        new Ask.Requested(Set.copyOf(request.services()), request.urgency()),
                        Optional.empty(),
                        request.through().filter(host -> isHost(request))));
    }

    private Optional<Request> mine(Optional<Referrals.Stored> stored) {
        return stored.map(found -> found.referral().request())
                .filter(request -> request.to().equals(caller.agency()) || isHost(request));
    }

    private boolean isHost(Request request) {
        return request.hostedBy(caller.agency(), directories.current());
    }
}
