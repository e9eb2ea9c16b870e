package org.paivand.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.PlanUse;
import org.paivand.casefile.section.PlanItem;
import org.paivand.casefile.section.ServicePlan;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemException;
import org.paivand.referral.PlanBook;
import org.paivand.referral.Referral;
import org.paivand.referral.Referrals;
import org.paivand.referral.Request;

/** An item of a plan names the referral by which it is asked for; all else that is to know of it is the referral's to say. */
public final class AskedItems implements PlanBook {
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Plans> plans;
    private final Function<Transaction, Referrals> referrals;
    private final CaseContents contents;

    public AskedItems(
            Function<Transaction, Cases> cases,
            Function<Transaction, Plans> plans,
            Function<Transaction, Referrals> referrals,
            CaseContents contents) {
        this.cases = cases;
        this.plans = plans;
        this.referrals = referrals;
        this.contents = contents;
    }

    @Override
    public void ask(Transaction transaction, Request request, int item) throws CaseKeyException, SQLException {
        CaseId caseId = request.caseId();
        Plans kept = plans.apply(transaction);
        // Offers hold the case together with others; who holds the plan is alone.
        Plans.Kept before = kept.lock(caseId).orElseThrow(AskedItems::unknown);
        CaseFile file = cases.apply(transaction).find(caseId).orElseThrow(AskedItems::unknown);
        ServicePlan plan = contents.plan(new PlanUse(file, request.from()), before.sealed());
        PlanItem wanted = plan.items().stream()
                .filter(one -> one.number() == item)
                .findFirst()
                .orElseThrow(AskedItems::unknown);
        if (!request.services().contains(wanted.serviceType())) {
            throw ProblemException.invalid("/planItem", "contradiction");
        }
        requireFree(referrals.apply(transaction), caseId, wanted, request.offeredAt());
        kept.put(
                caseId,
                new Plans.Kept(
                        before.version() + 1,
                        contents.seal(caseId, plan.asked(item, request.id().value()))));
    }

    /** Nobody else is asked by itself any more for what is asked for anew. */
    private static void requireFree(Referrals bound, CaseId caseId, PlanItem item, Instant now) throws SQLException {
        Optional<Referral> before = new Asking(bound, caseId, id -> bound.lock(id, now)).lastFor(item);
        if (before.map(PlanState::of)
                .filter(state -> state != PlanState.NOT_POSSIBLE)
                .isPresent()) {
            throw ProblemException.invalid("/planItem", "contradiction");
        }
        if (before.isPresent()) {
            bound.standDown(before.get().request().id());
        }
    }

    private static ProblemException unknown() {
        return ProblemException.invalid("/planItem", "dangling");
    }
}
