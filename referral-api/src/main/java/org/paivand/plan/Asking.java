package org.paivand.plan;

import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.PlanItem;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals;

/** By which referrals the services of a case's plan are asked for. */
final class Asking {
    private final Referrals referrals;
    private final CaseId caseId;
    private final Function<ReferralId, Optional<Referrals.Stored>> read;

    /** @param read whether what is read is held until the transaction ends */
    Asking(Referrals referrals, CaseId caseId, Function<ReferralId, Optional<Referrals.Stored>> read) {
        this.referrals = referrals;
        this.caseId = caseId;
        this.read = read;
    }

    /** The referral that the item names, or the last of those that were offered in its place. */
    Optional<Referral> lastFor(PlanItem item) {
        Optional<Referral> last = Optional.empty();
        Optional<Referral> next = named(item);
        while (next.isPresent()) {
            last = next;
            next = referrals.followedBy(next.get().request().id()).flatMap(id -> serving(id, item));
        }
        return last;
    }

    Optional<Referral> named(PlanItem item) {
        return item.referralId().flatMap(reference -> serving(new ReferralId(reference.id()), item));
    }

    /** One that a controller of the case made; of what a provider made of it, the controller learns nothing. */
    private Optional<Referral> serving(ReferralId id, PlanItem item) {
        return read.apply(id)
                .map(Referrals.Stored::referral)
                .filter(referral -> referral.request().caseId().equals(caseId)
                        && referral.request().onwardFrom().isEmpty()
                        && referral.request().services().contains(item.serviceType()));
    }
}
