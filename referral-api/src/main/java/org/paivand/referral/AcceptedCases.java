package org.paivand.referral;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.protection.ProtectionDesk.Referred;

/** The case behind a referral, for the agency that accepted it and still helps. */
public final class AcceptedCases implements Referred {
    private final Function<Transaction, Referrals> referrals;
    private final InstantSource clock;

    public AcceptedCases(Function<Transaction, Referrals> referrals, InstantSource clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    @Override
    public Optional<CaseId> accepted(Transaction transaction, AgencyId by, UUID referralId) {
        return referrals
                .apply(transaction)
                .find(new ReferralId(referralId), clock.instant())
                .map(Referrals.Stored::referral)
                .filter(referral -> referral instanceof Referral.Helping)
                .map(Referral::request)
                .filter(request -> request.to().equals(by))
                .map(Request::caseId);
    }
}
