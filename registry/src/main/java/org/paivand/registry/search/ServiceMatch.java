package org.paivand.registry.search;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Canonical;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceType;

/**
 * How a service answers a query.
 *
 * @param offered of what is needed, what this service offers
 * @param sameRegion whether it is in the very region that was asked for
 * @param reasons in their order
 * @param nextOpening after now; empty if it never closes
 */
public record ServiceMatch(
        Service service,
        Agency agency,
        Set<ServiceType> offered,
        boolean sameRegion,
        Set<MatchReason> reasons,
        Vacancy vacancy,
        boolean openNow,
        Optional<Instant> nextOpening,
        Allowance allowance) {

    public ServiceMatch {
        offered = Canonical.enums(ServiceType.class, offered);
        reasons = Canonical.enums(MatchReason.class, reasons);
    }

    public boolean fits() {
        return reasons.stream().noneMatch(MatchReason::bars);
    }
}
