package org.paivand.emergency;

import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals;

/**
 * The case an emergency officer means. There is no index of persons to look into: an agency can name a case that it controls,
 * for another agency, or one that was referred to it, for itself.
 */
final class KnownCase {
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Referrals> referrals;

    KnownCase(Function<Transaction, Cases> cases, Function<Transaction, Referrals> referrals) {
        this.cases = cases;
        this.referrals = referrals;
    }

    /**
     * Empty for every other agency.
     *
     * @throws ProblemException {@code invalid-request} if the case is the agency's to name, but not for that recipient
     */
    Optional<CaseId> find(Transaction transaction, Asking asking) {
        AgencyId agency = asking.caller().agency();
        boolean forItself = asking.wanted().recipient().equals(agency);
        Optional<CaseId> controlled = cases.apply(transaction)
                .find(new CaseId(asking.reference()))
                .filter(file -> file.controller().equals(agency))
                .map(CaseFile::id);
        Optional<CaseId> found = controlled.isPresent()
                ? controlled
                : referrals.apply(transaction).referredAs(agency, asking.reference());
        if (found.isPresent() && controlled.isPresent() == forItself) {
            throw ProblemException.invalid("/recipient", "contradiction");
        }
        return found;
    }
}
