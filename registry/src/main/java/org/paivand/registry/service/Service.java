package org.paivand.registry.service;

import java.util.Set;
import org.paivand.disclosure.AgencyId;

/**
 * What one agency offers (HSDS 3 {@code service}).
 *
 * @param languages those the staff speak; an interpreter brought from outside doesn't count
 */
public record Service(
        ServiceId id, AgencyId agency, Set<ServiceType> types, Set<Language> languages, Eligibility eligibility) {

    public Service {
        types = Set.copyOf(types);
        languages = Set.copyOf(languages);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("a service offers something");
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a service is offered in a language");
        }
    }
}
