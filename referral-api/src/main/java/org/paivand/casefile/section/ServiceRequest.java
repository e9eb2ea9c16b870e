package org.paivand.casefile.section;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Category;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/**
 * What every recipient of the case is shown before it accepts (stage 1). No member can hold a name, a birth date, a document,
 * a telephone, a place or free text. Which services are asked for, and how urgently, belongs to each referral.
 *
 * @param familyMustNotKnow goes with every release as an obligation
 */
public record ServiceRequest(
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
        implements Section {

    public ServiceRequest {
        accessNeeds = Checks.items("accessNeeds", accessNeeds, 0, 13);
        safetyFlags = Checks.items("safetyFlags", safetyFlags, 0, 10);
    }

    @Override
    public Category category() {
        return Category.SERVICE_REQUEST;
    }

    /** What one recipient gets: this, with what its own referral asks for. */
    public ReleasedServiceRequest asked(Set<ServiceType> servicesRequested, Urgency urgency) {
        return new ReleasedServiceRequest(
                servicesRequested,
                urgency,
                ageGroup,
                language,
                interpreterNeeded,
                accessNeeds,
                accompanyingChildren,
                groupSize,
                groupConstraint,
                arrivalWindow,
                sexForPlacement,
                riskLevel,
                safetyFlags,
                contactProhibited,
                familyMustNotKnow);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
