package org.paivand.casefile.section;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.service.ServiceType;

/**
 * One service of a plan.
 *
 * @param number names it within the plan
 * @param agency that is to be asked
 * @param after the number of an item that stands before it, and has to be done first
 * @param notBefore the first day on which it is wanted
 * @param followUpOn when somebody looks again, also after it is done
 * @param referralId the referral by which it was asked for
 */
public record PlanItem(
        int number,
        ServiceType serviceType,
        Optional<AgencyId> agency,
        Optional<Integer> after,
        Optional<LocalDate> notBefore,
        Optional<LocalDate> followUpOn,
        Optional<ReferralReference> referralId) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    public PlanItem {
        Checks.consistent(number >= 1 && number <= ServicePlan.MOST, "number");
        Checks.consistent(notBefore.map(PlanItem::isInRange).orElse(true), "notBefore");
        Checks.consistent(followUpOn.map(PlanItem::isInRange).orElse(true), "followUpOn");
    }

    PlanItem asked(UUID referral) {
        return new PlanItem(
                number,
                serviceType,
                agency,
                after,
                notBefore,
                followUpOn,
                Optional.of(new ReferralReference(referral.toString())));
    }

    private static boolean isInRange(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
