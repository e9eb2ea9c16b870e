package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.paivand.export.ShreddedEntry;

/** An AuditEvent of what is left of an entry: that it was there, whose it was, and where the certificate of its end stands. */
final class ShreddedEvents {
    private ShreddedEvents() {}

    static ObjectNode of(ShreddedEntry entry) {
        ObjectNode node = Nodes.object().put("resourceType", "AuditEvent");
        node.put("id", entry.eventId().toString());
        node.set("meta", Nodes.object().put("source", AuditEvents.place(entry.log(), entry.index())));
        node.set("type", Coding.lifecycle("destroy").json());
        node.set(
                "subtype",
                Nodes.array(List.of(Coding.ours(Sid.EVENT_TYPES, entry.type()).json())));
        node.put("recorded", entry.occurredAt().toString());
        node.put("outcomeDesc", "shredded");
        node.set("agent", Nodes.array(List.of(user(entry), agency(entry))));
        node.set("source", AuditEvents.source(entry.log()));
        Entity certificate = new Entity(
                        Coding.SYSTEM_OBJECT,
                        Nodes.logical(Sid.LOG, AuditEvents.place(entry.certifiedIn(), entry.certificate())))
                .role(Coding.SECURITY_RESOURCE_ROLE)
                .name("certificate");
        node.set("entity", Nodes.array(List.of(certificate.json())));
        return node;
    }

    private static ObjectNode user(ShreddedEntry entry) {
        return agent(Coding.RECIPIENT_USER, Nodes.logical(Sid.USER, entry.user()), true);
    }

    private static ObjectNode agency(ShreddedEntry entry) {
        return agent(Coding.ORGANISATION, Nodes.logical("Organization", Sid.AGENCY, entry.agency()), false);
    }

    private static ObjectNode agent(Coding type, ObjectNode who, boolean requestor) {
        ObjectNode agent = Nodes.object();
        agent.set("type", type.concept());
        agent.set("who", who);
        return agent.put("requestor", requestor);
    }
}
