package org.paivand.registry;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.service.Service;

/**
 * What an agency changes of its own services without the registrar: how and when it can be reached, in which languages, whom it
 * takes, and whether it takes anybody. What it offers, where and for which country stays the registrar's to say.
 */
final class OwnService {
    private OwnService() {}

    /** Whether the agency may make this change by itself. */
    static boolean allows(AgencyId agency, Optional<RegistryItem> before, RegistryItem after) {
        return before.isPresent()
                && before.get() instanceof RegistryItem.ServiceItem was
                && after instanceof RegistryItem.ServiceItem becomes
                && was.service().agency().equals(agency)
                && sameOffer(was.service(), becomes.service());
    }

    private static boolean sameOffer(Service was, Service becomes) {
        return was.agency().equals(becomes.agency())
                && was.types().equals(becomes.types())
                && was.locations().equals(becomes.locations())
                && was.coverage().equals(becomes.coverage());
    }
}
