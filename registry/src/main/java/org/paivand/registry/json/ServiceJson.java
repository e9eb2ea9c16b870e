package org.paivand.registry.json;

import java.util.Set;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Language;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/** One item of {@code services.json}. */
final class ServiceJson {

    private ServiceJson() {}

    static Service read(Members service) {
        return new Service(
                service.text("id", ServiceId::new),
                service.text("agency", AgencyId::of),
                service.texts("types", ServiceType::of),
                service.texts("languages", Language::new),
                service.object("eligibility", ServiceJson::eligibility));
    }

    private static Eligibility eligibility(Members eligibility) {
        return new Eligibility(
                eligibility.texts("ageGroups", AgeGroup::of),
                eligibility.has("sexForPlacement")
                        ? eligibility.texts("sexForPlacement", SexForPlacement::of)
                        : Set.of());
    }
}
