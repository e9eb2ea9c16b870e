package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.section.Releasable;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;

/** A sender asks for what the provider wrote to it, while help goes on. */
final class MessagePull extends SendersPull {
    private final Correspondence correspondence;

    MessagePull(
            Function<Transaction, Referrals> referrals, Correspondence correspondence, Caller caller, ReferralId id) {
        super(referrals, caller, id, Category.MESSAGE);
        this.correspondence = correspondence;
    }

    @Override
    boolean there(Transaction transaction, Referral referral) {
        return referral instanceof Referral.Helping;
    }

    @Override
    public Optional<Releasable> beside(
            Transaction transaction, CaseContents contents, CaseFile file, KeyUse.ForRelease permitted)
            throws CaseKeyException, SQLException {
        Optional<Referrals.Stored> stored = mine(transaction, Instant.EPOCH);
        return stored.isEmpty()
                ? Optional.empty()
                : correspondence.opened(
                        transaction, contents, stored.get().referral().request(), Party.SENDER, permitted);
    }
}
