package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.language.Language;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Coverage;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;
import org.paivand.registry.service.SexForPlacement;

/** One item of {@code services.json}. */
public final class ServiceJson {

    private ServiceJson() {}

    public static Service read(byte[] document) throws InvalidRegistryException {
        return Json.item(document, ServiceJson::read);
    }

    public static byte[] write(Service service) {
        return Json.compact(node(service));
    }

    static Service read(Members service) {
        return new Service(
                service.text("id", ServiceId::new),
                service.text("agency", AgencyId::of),
                service.texts("types", ServiceType::of),
                service.texts("languages", Language::new),
                service.object("eligibility", ServiceJson::eligibility),
                service.object("name", Texts::read),
                service.optionalTexts("locations", LocationId::new),
                service.object("coverage", ServiceJson::coverage),
                service.object("hours", HoursJson::read),
                service.optionalObjects("phones", PhoneJson::read),
                service.text("status", ServiceStatus::of));
    }

    static ObjectNode node(Service service) {
        ObjectNode node = Nodes.object()
                .put("id", service.id().value())
                .put("agency", service.agency().value());
        node.set("name", Texts.node(service.name()));
        node.set("types", Nodes.codes(service.types()));
        node.set("languages", Nodes.texts(service.languages(), Language::tag));
        node.set("eligibility", eligibility(service.eligibility()));
        Nodes.optionalArray(node, "locations", Nodes.texts(service.locations(), LocationId::value));
        node.set("coverage", coverage(service.coverage()));
        node.set("hours", HoursJson.node(service.hours()));
        Nodes.optionalArray(node, "phones", Nodes.objects(service.phones(), PhoneJson::node));
        return node.put("status", service.status().code());
    }

    private static Eligibility eligibility(Members eligibility) {
        return new Eligibility(
                eligibility.texts("ageGroups", AgeGroup::of),
                eligibility.optionalTexts("sexForPlacement", SexForPlacement::of),
                eligibility.optionalTexts("accessNeeds", AccessNeed::of),
                eligibility.truth("accompanyingChildren"));
    }

    private static ObjectNode eligibility(Eligibility eligibility) {
        ObjectNode node = Nodes.object();
        node.set("ageGroups", Nodes.codes(eligibility.ageGroups()));
        Nodes.optionalArray(node, "sexForPlacement", Nodes.codes(eligibility.sexForPlacement()));
        Nodes.optionalArray(node, "accessNeeds", Nodes.codes(eligibility.accessNeeds()));
        return node.put("accompanyingChildren", eligibility.accompanyingChildren());
    }

    private static Coverage coverage(Members coverage) {
        return new Coverage(
                coverage.optionalTexts("countries", Jurisdiction::of), coverage.optionalTexts("regions", Region::new));
    }

    private static ObjectNode coverage(Coverage coverage) {
        ObjectNode node = Nodes.object();
        Nodes.optionalArray(node, "countries", Nodes.texts(coverage.countries(), Jurisdiction::code));
        Nodes.optionalArray(node, "regions", Nodes.texts(coverage.regions(), Region::code));
        return node;
    }
}
