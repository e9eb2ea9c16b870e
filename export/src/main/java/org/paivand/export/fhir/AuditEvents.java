package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Withheld;
import org.paivand.export.ExportedEntry;

/** One AuditEvent of one entry: its id is the event's, its {@code meta.source} the entry's place in the log. */
final class AuditEvents {
    private static final String DISCLOSURE_PROFILE =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source";
    private static final String AUTHORISATION_PROFILE =
            "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.AuthZconsent";

    private AuditEvents() {}

    static ObjectNode of(ExportedEntry entry) {
        DisclosureEvent event = entry.event();
        Kind kind = event.fold(Kind.OF);
        ObjectNode node = Nodes.object().put("resourceType", "AuditEvent");
        node.put("id", event.head().eventId().toString());
        node.set("meta", meta(entry));
        node.set("type", kind.type().json());
        node.set(
                "subtype",
                Nodes.array(kind.subtypes().stream().map(Coding::json).toList()));
        node.put("action", kind.action());
        node.put("recorded", event.head().occurredAt().toString());
        node.put("outcome", outcome(event));
        description(event).ifPresent(text -> node.put("outcomeDesc", text));
        List<ObjectNode> purposes = PurposeOfUse.of(event);
        if (!purposes.isEmpty()) {
            node.set("purposeOfEvent", Nodes.array(purposes));
        }
        node.set("agent", Nodes.array(Agents.of(event, entry.log())));
        node.set("source", source(entry.log()));
        List<ObjectNode> entities = Entities.of(event);
        if (!entities.isEmpty()) {
            node.set("entity", Nodes.array(entities));
        }
        return node;
    }

    private static ObjectNode meta(ExportedEntry entry) {
        ObjectNode meta = Nodes.object().put("source", place(entry.log(), entry.index()));
        profile(entry.event()).ifPresent(profile -> meta.putArray("profile").add(profile));
        return meta;
    }

    /** The origin is a URL without its scheme (C2SP tlog-checkpoint); the index is the fragment. */
    static String place(String log, long index) {
        try {
            return new URI("https", "//" + log, Long.toString(index)).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an origin that is no URL", e);
        }
    }

    private static Optional<String> profile(DisclosureEvent event) {
        if (event instanceof Disclosure) {
            return Optional.of(DISCLOSURE_PROFILE);
        }
        boolean consentDecided = event instanceof Denial denial
                && denial.decision().isPresent()
                && denial.head().caseAlias().isPresent();
        return consentDecided ? Optional.of(AUTHORISATION_PROFILE) : Optional.empty();
    }

    /** 0 done as asked, 4 part of what was asked, 8 refused. */
    private static String outcome(DisclosureEvent event) {
        if (event instanceof Denial) {
            return "8";
        }
        return event.withheld().isEmpty() ? "0" : "4";
    }

    private static Optional<String> description(DisclosureEvent event) {
        String withheld = event.withheld().stream().map(AuditEvents::text).collect(Collectors.joining(", "));
        if (event instanceof Denial denial) {
            return Optional.of(withheld.isEmpty() ? denial.code() : denial.code() + ": " + withheld);
        }
        return withheld.isEmpty() ? Optional.empty() : Optional.of("withheld: " + withheld);
    }

    private static String text(Withheld part) {
        return part.category().code() + " " + part.reason().code();
    }

    static ObjectNode source(String log) {
        ObjectNode source = Nodes.object().put("site", log);
        source.set("observer", Agents.node(log));
        source.putArray("type").add(Coding.APPLICATION_SERVER.json());
        return source;
    }
}
