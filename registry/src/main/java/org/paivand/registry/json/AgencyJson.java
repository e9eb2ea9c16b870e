package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.place.Region;

/** One item of {@code agencies.json}. */
public final class AgencyJson {

    private AgencyJson() {}

    public static Agency read(byte[] document) throws InvalidRegistryException {
        return Json.item(document, AgencyJson::read);
    }

    public static byte[] write(Agency agency) {
        return Json.compact(node(agency));
    }

    static Agency read(Members agency) {
        return new Agency(
                agency.text("id", AgencyId::of),
                agency.text("kind", AgencyKind::of),
                agency.text("jurisdiction", Jurisdiction::of),
                agency.object("name", Texts::read),
                agency.text("sector", Sector::of),
                agency.truth("confidentialLocation"),
                agency.optionalText("region", Region::new),
                agency.optionalObject("reportingDuty", AgencyJson::duty),
                agency.text("standing", Standing::of),
                agency.optionalText("parent", AgencyId::of),
                agency.optionalObjects("phones", PhoneJson::read),
                agency.optionalText("website", URI::create),
                agency.optionalObjects("accreditations", AgencyJson::accreditation),
                agency.optionalText("host", AgencyId::of));
    }

    static ObjectNode node(Agency agency) {
        ObjectNode node = Nodes.object()
                .put("id", agency.id().value())
                .put("kind", agency.kind().code())
                .put("jurisdiction", agency.jurisdiction().code());
        node.set("name", Texts.node(agency.name()));
        node.put("sector", agency.sector().code()).put("confidentialLocation", agency.confidentialLocation());
        Nodes.optionalText(node, "region", agency.region(), Region::code);
        Nodes.optionalText(node, "parent", agency.parent(), AgencyId::value);
        Nodes.optionalArray(node, "phones", Nodes.objects(agency.phones(), PhoneJson::node));
        Nodes.optionalText(node, "website", agency.website(), URI::toString);
        Nodes.optionalObject(node, "reportingDuty", agency.reportingDuty(), AgencyJson::duty);
        Nodes.optionalArray(node, "accreditations", Nodes.objects(agency.accreditations(), AgencyJson::accreditation));
        Nodes.optionalText(node, "host", agency.host(), AgencyId::value);
        return node.put("standing", agency.standing().code());
    }

    private static ReportingDuty duty(Members duty) {
        return new ReportingDuty(
                duty.text("to", AgencyId::of),
                duty.text("trigger", ReportingTrigger::of),
                duty.texts("categories", Category::of),
                duty.text("within", Duration::parse),
                duty.object("law", Texts::read));
    }

    private static ObjectNode duty(ReportingDuty duty) {
        ObjectNode node = Nodes.object()
                .put("to", duty.to().value())
                .put("trigger", duty.trigger().code());
        node.set("categories", Nodes.codes(duty.categories()));
        node.put("within", duty.within().toString());
        return node.set("law", Texts.node(duty.law()));
    }

    private static Accreditation accreditation(Members accreditation) {
        return new Accreditation(
                accreditation.text("certificate", Function.identity()),
                accreditation.text("issuer", AgencyId::of),
                accreditation.text("validFrom", Instant::parse),
                accreditation.text("validUntil", Instant::parse));
    }

    private static ObjectNode accreditation(Accreditation accreditation) {
        return Nodes.object()
                .put("certificate", accreditation.certificate())
                .put("issuer", accreditation.issuer().value())
                .put("validFrom", accreditation.validFrom().toString())
                .put("validUntil", accreditation.validUntil().toString());
    }
}
