package org.paivand.casefile.section;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Category;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/**
 * The stage-1 service request as one recipient gets it.
 *
 * @param servicesRequested 1 to 30, those of this recipient's referral alone
 */
public record ReleasedServiceRequest(
        Set<ServiceType> servicesRequested,
        Urgency urgency,
        AgeGroup ageGroup,
        PlainLanguage language,
        boolean interpreterNeeded,
        Set<AccessNeed> accessNeeds,
        Optional<ChildrenBand> accompanyingChildren,
        Optional<GroupSize> groupSize,
        Optional<GroupConstraint> groupConstraint,
        Optional<ArrivalWindow> arrivalWindow,
        Optional<SexForPlacement> sexForPlacement,
        RiskLevel riskLevel,
        Set<SafetyFlag> safetyFlags,
        boolean contactProhibited,
        boolean familyMustNotKnow)
        implements Releasable {

    public ReleasedServiceRequest {
        servicesRequested = Checks.items("servicesRequested", servicesRequested, 1, 30);
        accessNeeds = Checks.items("accessNeeds", accessNeeds, 0, 13);
        safetyFlags = Checks.items("safetyFlags", safetyFlags, 0, 10);
    }

    @Override
    public Category category() {
        return Category.SERVICE_REQUEST;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
