package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;

/** Writes consent events; the members are listed in FORMATS.md. */
final class ConsentWriter implements ConsentEvent.Cases<ObjectNode> {
    private final ObjectNode node;

    private ConsentWriter(ObjectNode node) {
        this.node = node;
    }

    static ObjectNode write(ObjectNode start, ConsentEvent event) {
        return event.fold(new ConsentWriter(start));
    }

    @Override
    public ObjectNode given(ConsentEvent.Given event) {
        return begin("given", event).set("consent", consent(event.consent()));
    }

    @Override
    public ObjectNode withdrawn(ConsentEvent.Withdrawn event) {
        ObjectNode written = named("withdrawn", event);
        event.grantIds().ifPresent(ids -> written.set("grantIds", Nodes.texts(ids, UUID::toString)));
        return written;
    }

    @Override
    public ObjectNode invalidated(ConsentEvent.Invalidated event) {
        return named("invalidated", event);
    }

    @Override
    public ObjectNode superseded(ConsentEvent.Superseded event) {
        return named("superseded", event).put("by", event.by().toString());
    }

    @Override
    public ObjectNode disputed(ConsentEvent.Disputed event) {
        return named("disputed", event);
    }

    @Override
    public ObjectNode reconfirmed(ConsentEvent.Reconfirmed event) {
        return named("reconfirmed", event);
    }

    @Override
    public ObjectNode restored(ConsentEvent.Restored event) {
        return named("restored", event).set("grantIds", Nodes.texts(event.grantIds(), UUID::toString));
    }

    @Override
    public ObjectNode confirmed(ConsentEvent.Confirmed event) {
        return named("confirmed", event).put("by", event.by().value());
    }

    private ObjectNode begin(String type, ConsentEvent event) {
        return node.put("type", type).put("at", event.at().toString());
    }

    private ObjectNode named(String type, ConsentEvent event) {
        return begin(type, event).put("consentId", event.consentId().toString());
    }

    private static ObjectNode consent(ConsentRecord consent) {
        ObjectNode node = Nodes.object()
                .put("id", consent.id().toString())
                .put("version", consent.version())
                .put("caseRef", consent.caseRef().toString());
        node.set("notice", notice(consent.notice()));
        node.set("controller", Nodes.party(consent.controller()));
        node.put("jurisdiction", consent.jurisdiction().code())
                .put("withdrawalMethod", consent.withdrawalMethod())
                .put("form", consent.form().code())
                .put("spokenAlone", consent.spokenAlone())
                .put("inCustody", consent.inCustody())
                .put("capacityConcern", consent.capacityConcern());
        consent.witness().ifPresent(witness -> node.set("witness", Nodes.party(witness)));
        Nodes.optional(node, "evidenceSha256", consent.evidenceSha256(), Sha256::hex);
        Nodes.optional(node, "verifiedBy", consent.verifiedBy(), who -> who);
        node.set("givenBy", givenBy(consent.givenBy()));
        node.put("notConditional", consent.notConditional());
        return node.set("grants", Nodes.objects(consent.grants(), ConsentWriter::grant));
    }

    private static ObjectNode notice(Notice notice) {
        ObjectNode node = Nodes.object()
                .put("id", notice.id())
                .put("version", notice.version())
                .put("sha256", notice.sha256().hex())
                .put("language", notice.language());
        notice.interpreter()
                .ifPresent(interpreter -> node.set(
                        "interpreter",
                        Nodes.object()
                                .put("pseudonym", interpreter.pseudonym())
                                .put("noRelationDeclared", interpreter.noRelationDeclared())));
        return node;
    }

    private static ObjectNode givenBy(GivenBy givenBy) {
        ObjectNode node = Nodes.object().put("role", givenBy.role().code());
        Nodes.optional(node, "mandate", givenBy.mandate(), code -> code);
        Nodes.optional(node, "until", givenBy.until(), Object::toString);
        return node.put("childAssent", givenBy.childAssent().code());
    }

    private static ObjectNode grant(Grant grant) {
        ObjectNode node = Nodes.object()
                .put("id", grant.id().toString())
                .put("effect", grant.effect().code())
                .put("purpose", grant.purpose().code());
        node.set("categories", Nodes.codes(grant.categories()));
        node.set("recipient", recipient(grant.recipient()));
        node.set("actions", Nodes.codes(grant.actions()));
        return node.put("notBefore", grant.notBefore().toString())
                .put("notAfter", grant.notAfter().toString())
                .put("safetyCritical", grant.safetyCritical());
    }

    private static ObjectNode recipient(Recipient recipient) {
        return recipient.fold(
                exact -> Nodes.object().put("agency", exact.agency().value()),
                kind -> Nodes.object()
                        .put("kind", kind.kind().code())
                        .put("jurisdiction", kind.jurisdiction().code())
                        .set("listed", Nodes.texts(kind.listed(), AgencyId::value)),
                one -> Nodes.object()
                        .put("agency", one.agency().value())
                        .put("worker", one.worker().value()));
    }
}
