package org.paivand.registry.rest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Service;

/** The contract's Agency. It has no finer place than a region, since the registry has none. */
public record AgencyView(
        String agencyId,
        String kind,
        String jurisdiction,
        Texts name,
        String sector,
        String standing,
        boolean confidentialLocation,
        Optional<String> region,
        List<OfferedService> services,
        Optional<ReportingDuty> reportingDuty,
        Optional<String> host) {

    /** The contract's Texts. */
    public record Texts(String tg, String ru, String en) {
        public static Texts of(Trilingual texts) {
            return new Texts(texts.tg(), texts.ru(), texts.en());
        }
    }

    /** The contract's OfferedService. */
    public record OfferedService(
            String serviceId,
            List<String> types,
            List<String> languages,
            List<String> ageGroups,
            List<String> sexForPlacement) {
        static OfferedService of(Service service) {
            return new OfferedService(
                    service.id().value(),
                    codes(service.types()),
                    service.languages().stream().map(Language::tag).sorted().toList(),
                    codes(service.eligibility().ageGroups()),
                    codes(service.eligibility().sexForPlacement()));
        }
    }

    /** The contract's ReportingDuty. */
    public record ReportingDuty(String to, String trigger, List<String> categories, String within, Texts law) {
        public static ReportingDuty of(org.paivand.registry.agency.ReportingDuty duty) {
            return new ReportingDuty(
                    duty.to().value(),
                    duty.trigger().code(),
                    codes(duty.categories()),
                    duty.within().toString(),
                    Texts.of(duty.law()));
        }
    }

    static AgencyView of(Agency agency, List<Service> services) {
        return new AgencyView(
                agency.id().value(),
                agency.kind().code(),
                agency.jurisdiction().code(),
                Texts.of(agency.name()),
                agency.sector().code(),
                agency.standing().code(),
                agency.confidentialLocation(),
                agency.region().map(Region::code),
                services.stream().map(OfferedService::of).toList(),
                agency.reportingDuty().map(ReportingDuty::of),
                agency.host().map(AgencyId::value));
    }

    /** In the order of the closed list, so that one agency is always written alike. */
    private static <E extends Enum<E> & Coded> List<String> codes(Collection<E> values) {
        return values.stream().sorted().map(Coded::code).toList();
    }
}
