package org.paivand.referral;

import java.sql.SQLException;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemException;

/** The plans of cases, as offers are made for what stands in them. */
@FunctionalInterface
public interface PlanBook {
    /**
     * Writes down that an item is asked for by this referral, in the place of one that came to nothing.
     *
     * @throws ProblemException {@code invalid-request} if the plan has no such item, or it is of no service that is asked for, or is
     *     done or asked for already
     */
    void ask(Transaction transaction, Request request, int item) throws CaseKeyException, SQLException;
}
