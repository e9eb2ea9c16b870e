package org.paivand.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.release.Ask;
import org.paivand.release.Matter;

/** A sender asks for what the provider knows and the sender doesn't, so the provider is who discloses. */
abstract class SendersPull implements Matter {
    final Function<Transaction, Referrals> referrals;
    private final Caller caller;
    private final ReferralId id;
    private final Category category;

    SendersPull(Function<Transaction, Referrals> referrals, Caller caller, ReferralId id, Category category) {
        this.referrals = referrals;
        this.caller = caller;
        this.id = id;
        this.category = category;
    }

    /** Whether the referral is in a state in which there can be something to tell. */
    abstract boolean there(Transaction transaction, Referral referral);

    @Override
    public final Optional<CaseId> concerns(Transaction transaction) {
        return mine(transaction, Instant.EPOCH)
                .map(found -> found.referral().request().caseId());
    }

    @Override
    public final Optional<Ask> asked(Transaction transaction, Instant now) {
        return mine(transaction, now)
                .map(found -> ask(
                        found.referral().request(),
                        caller.worker().map(worker -> new NamedWorker(worker, true)),
                        there(transaction, found.referral()),
                        category));
    }

    @Override
    public final boolean goesBack() {
        return true;
    }

    /** Who of its own people works on a case is the sender's to say, so whoever asks for it counts as assigned. */
    static Ask ask(Request request, Optional<NamedWorker> worker, boolean there, Category category) {
        return new Ask(
                request.id().value(),
                new Ask.Way(Optional.of(request.to()), request.from(), Action.SHARE),
                request.purpose(),
                Occasion.PULL,
                there,
                !there,
                worker,
                Set.of(category),
                Ask.NOTHING_REQUESTED);
    }

    final Optional<Referrals.Stored> mine(Transaction transaction, Instant now) {
        return referrals
                .apply(transaction)
                .find(id, now)
                .filter(found -> found.referral().request().from().equals(caller.agency()));
    }
}
