package org.paivand.registry.agency;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;

/**
 * An organisation that refers or receives (HSDS 3 {@code organization}).
 *
 * @param jurisdiction the country whose law binds the agency, not where its office stands: a consulate keeps its own
 * @param confidentialLocation nobody may publish where the agency is; {@code region} is then the most anyone sees
 * @param region where the agency works; absent if it works in the whole country. Only a consulate's may lie abroad
 */
public record Agency(
        AgencyId id,
        AgencyKind kind,
        Jurisdiction jurisdiction,
        Trilingual name,
        Sector sector,
        boolean confidentialLocation,
        Optional<Region> region,
        Optional<ReportingDuty> reportingDuty,
        Standing standing) {

    public Agency {
        if (kind != AgencyKind.CONSULATE
                && region.filter(r -> !r.country().equals(jurisdiction.code())).isPresent()) {
            throw new IllegalArgumentException("only a consulate works outside its jurisdiction");
        }
        if (reportingDuty.filter(duty -> duty.to().equals(id)).isPresent()) {
            throw new IllegalArgumentException("an agency doesn't report to itself");
        }
    }

    /** The agency as decisions and the log see it. */
    public Party party() {
        return new Party(id, kind, jurisdiction);
    }

    public boolean isActive() {
        return standing == Standing.ACTIVE;
    }
}
