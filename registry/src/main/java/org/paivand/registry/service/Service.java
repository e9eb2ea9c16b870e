package org.paivand.registry.service;

import java.util.List;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Phone;

/**
 * What one agency offers (HSDS 3 {@code service}).
 *
 * @param languages those the staff speak; an interpreter brought from outside doesn't count
 * @param name neutral: being referred to it must not tell what happened to somebody
 * @param locations of the same agency; none if the service goes to people or is given by telephone
 * @param hours when somebody can be taken in or answered
 * @param phones up to 10, that everybody may call
 */
public record Service(
        ServiceId id,
        AgencyId agency,
        Set<ServiceType> types,
        Set<Language> languages,
        Eligibility eligibility,
        Trilingual name,
        Set<LocationId> locations,
        Coverage coverage,
        Hours hours,
        List<Phone> phones,
        ServiceStatus status) {

    private static final int MAX_PHONES = 10;

    public Service {
        types = Canonical.enums(ServiceType.class, types);
        languages = Canonical.sorted(languages);
        locations = Canonical.sorted(locations);
        phones = List.copyOf(phones);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("a service offers something");
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a service is offered in a language");
        }
        if (phones.size() > MAX_PHONES) {
            throw new IllegalArgumentException("a service has up to 10 telephones");
        }
    }

    public boolean isActive() {
        return status == ServiceStatus.ACTIVE;
    }

    public Service with(ServiceStatus changed) {
        return new Service(
                id, agency, types, languages, eligibility, name, locations, coverage, hours, phones, changed);
    }

    public Service at(Set<LocationId> places) {
        return new Service(id, agency, types, languages, eligibility, name, places, coverage, hours, phones, status);
    }
}
