package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.BestInterestsDecided;
import org.paivand.disclosure.event.Complained;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.Outsider;
import org.paivand.disclosure.event.PeerMessageReceived;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.event.Receipt;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.disclosure.event.StatusDecided;
import org.paivand.disclosure.event.StatutoryNotified;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.disclosure.event.Withheld;
import org.paivand.disclosure.policy.EvidenceUse;

/** Writes the events of the log; the members are listed in FORMATS.md. */
final class EventWriter implements DisclosureEvent.Cases<ObjectNode> {
    static final Set<String> FORMATS = Set.of("paivand-event/v1", "paivand-event/v2");

    static final String ERASED_CASE = "case";

    static final String ANSWER_ERASED = "erased";

    private static final String ERASED_OPENINGS = "openings";
    private static final String ANSWER_RETAINED = "retained";

    private final ObjectNode node;

    private EventWriter(ObjectNode node) {
        this.node = node;
    }

    static byte[] write(DisclosureEvent event) {
        return StrictJson.compact(event.fold(new EventWriter(head(event))));
    }

    @Override
    public ObjectNode disclosure(Disclosure event) {
        node.set("recipient", counterpart(event.to()));
        node.put("purpose", event.forPurpose().code());
        node.set("released", Nodes.objects(event.released(), EventWriter::released));
        node.set("withheld", Nodes.objects(event.withheld(), EventWriter::withheld));
        node.set("decision", decision(event.decision()));
        node.set(
                "payload",
                Nodes.object()
                        .put("mediaType", event.payload().mediaType())
                        .put("sizeBytes", event.payload().sizeBytes())
                        .put("saltedSha256", event.payload().saltedSha256().hex()));
        node.set("obligations", obligations(event.terms()));
        event.breakGlass()
                .ifPresent(note -> node.set(
                        "breakGlass",
                        Nodes.object()
                                .put("reason", note.reason().code())
                                .put("reviewDue", note.reviewDue().toString())));
        Nodes.optional(node, "authoriser", event.authoriser(), who -> who);
        return node;
    }

    @Override
    public ObjectNode denial(Denial event) {
        event.recipient().ifPresent(recipient -> node.set("recipient", counterpart(recipient)));
        Nodes.optional(node, "purpose", event.purpose(), Purpose::code);
        node.put("code", event.code());
        node.set("withheld", Nodes.objects(event.withheld(), EventWriter::withheld));
        event.decision().ifPresent(decision -> node.set("decision", decision(decision)));
        return node;
    }

    @Override
    public ObjectNode consent(ConsentChanged event) {
        return node.put("change", event.change().code())
                .put("consentId", event.consentId().toString())
                .put("consentVersion", event.version())
                .set("grantIds", Nodes.texts(event.grantIds(), UUID::toString));
    }

    @Override
    public ObjectNode auditorAccess(AuditorAccess event) {
        return node.put("action", event.action().code())
                .put("querySha256", event.querySha256().hex())
                .put("entries", event.entries());
    }

    @Override
    public ObjectNode export(Export event) {
        return node.put("scope", event.scope().code())
                .put("firstIndex", event.firstIndex())
                .put("endIndex", event.endIndex())
                .put("treeSize", event.treeSize())
                .put("entries", event.entries());
    }

    @Override
    public ObjectNode registry(RegistryChanged event) {
        return node.put("change", event.change().code())
                .put("subject", event.subject())
                .put("documentSha256", event.documentSha256().hex());
    }

    @Override
    public ObjectNode policy(PolicyChanged event) {
        node.put("policyVersion", event.policyVersion())
                .put("policySha256", event.policySha256().hex());
        Nodes.optional(node, "validFrom", event.validFrom(), Object::toString);
        Nodes.optional(node, "authoriser", event.authoriser(), who -> who);
        return node;
    }

    @Override
    public ObjectNode receipt(Receipt event) {
        node.put("disclosure", event.disclosure().toString());
        node.set("recipient", counterpart(event.by()));
        return node.put("receiptSha256", event.receiptSha256().hex());
    }

    @Override
    public ObjectNode guardian(GuardianFound event) {
        return node.put("finding", event.finding().code());
    }

    @Override
    public ObjectNode bestInterests(BestInterestsDecided event) {
        node.put("recipientAgency", event.of().value());
        node.put("purpose", event.forPurpose().code());
        node.set("categories", Nodes.codes(event.categories()));
        return node.put("notAfter", event.notAfter().toString());
    }

    @Override
    public ObjectNode review(Reviewed event) {
        return node.put("disclosure", event.disclosure().toString())
                .put("finding", event.finding().code());
    }

    @Override
    public ObjectNode erasure(ErasureCertified event) {
        event.erased()
                .fold(
                        ofCase -> node.put("erased", ERASED_CASE),
                        openings -> node.put("erased", ERASED_OPENINGS)
                                .put("log", openings.log())
                                .set(
                                        "ranges",
                                        Nodes.objects(
                                                openings.ranges(),
                                                range -> Nodes.object()
                                                        .put("from", range.from())
                                                        .put("to", range.to()))));
        return node.put("authoriser", event.authoriser());
    }

    @Override
    public ObjectNode log(LogChanged event) {
        node.put("reason", event.reason().code()).put("log", event.log()).put("key", event.key());
        event.previous()
                .ifPresent(place -> node.set(
                        "previous",
                        Nodes.object()
                                .put("log", place.log())
                                .put("size", place.size())
                                .put("root", place.root().hex())));
        return node;
    }

    @Override
    public ObjectNode withdrawalNotice(WithdrawalNoticed event) {
        node.set("recipient", counterpart(event.to()));
        node.put("consentId", event.consentId().toString());
        node.set("disclosures", Nodes.texts(event.disclosures(), UUID::toString));
        return node.put("answerBy", event.answerBy().toString());
    }

    @Override
    public ObjectNode withdrawalAnswer(WithdrawalAnswered event) {
        node.put("notice", event.notice().toString());
        node.set("recipient", counterpart(event.by()));
        return event.answer()
                .fold(
                        erased -> node.put("answer", ANSWER_ERASED),
                        retained -> node.put("answer", ANSWER_RETAINED)
                                .put("basis", retained.basis().code())
                                .put("until", retained.until().toString()));
    }

    @Override
    public ObjectNode handOver(HandedOver event) {
        return node.put("from", event.from().value())
                .put("to", event.to().value())
                .set("basis", basis(event.basis()));
    }

    @Override
    public ObjectNode courtOrder(CourtOrderRecorded event) {
        node.put("recipientAgency", event.of().value());
        node.set("categories", Nodes.codes(event.categories()));
        return node.put("documentSha256", event.documentSha256().hex())
                .put("authoriser", event.authoriser())
                .put("notAfter", event.notAfter().toString());
    }

    @Override
    public ObjectNode personAccess(PersonAccess event) {
        return node.put("action", event.action().code());
    }

    @Override
    public ObjectNode complaint(Complained event) {
        node.put("complaint", event.complaint().toString())
                .put("about", event.about().value())
                .put("topic", event.topic().code());
        Nodes.optional(node, "disclosure", event.disclosure(), UUID::toString);
        return node;
    }

    @Override
    public ObjectNode complaintAnswer(ComplaintAnswered event) {
        return node.put("complaint", event.complaint().toString())
                .put("outcome", event.outcome().code());
    }

    @Override
    public ObjectNode statusDecision(StatusDecided event) {
        return node.put("act", event.act().code()).put("version", event.version());
    }

    @Override
    public ObjectNode submission(SubmissionHandled event) {
        return node.put("submission", event.submission().toString())
                .put("action", event.action().code())
                .put("permissionSha256", event.permissionSha256().hex());
    }

    @Override
    public ObjectNode statutoryNotification(StatutoryNotified event) {
        node.set("recipient", counterpart(event.to()));
        return node.put("notification", event.notification().toString()).put("trigger", event.trigger());
    }

    @Override
    public ObjectNode peerMessage(PeerMessageReceived event) {
        node.put("node", event.node())
                .put("message", event.message().toString())
                .put("messageType", event.messageType())
                .put("envelopeSha256", event.envelopeSha256().hex());
        Nodes.optional(node, "refused", event.refused(), code -> code);
        return node;
    }

    @Override
    public ObjectNode outOfBand(DisclosedOutOfBand event) {
        node.put("recordedBy", event.recordedBy().value())
                .put("channel", event.channel().code())
                .put("toldAt", event.toldAt().toString());
        event.recipient().ifPresent(recipient -> node.set("recipient", counterpart(recipient)));
        Nodes.optional(node, "outsider", event.outsider(), Outsider::code);
        node.put("purpose", event.forPurpose().code());
        node.set("categories", Nodes.codes(event.told()));
        Nodes.optional(node, "consentId", event.consentId(), UUID::toString);
        Nodes.optional(node, "noConsent", event.noConsent(), NoConsentReason::code);
        Nodes.optional(node, "corrects", event.corrects(), UUID::toString);
        event.hindsight().ifPresent(hindsight -> node.set("hindsight", hindsight(hindsight)));
        return node;
    }

    private static ObjectNode hindsight(Hindsight hindsight) {
        ObjectNode node = Nodes.object();
        node.set("decision", decision(hindsight.decision()));
        node.set(
                "permitted",
                Nodes.objects(
                        hindsight.permitted().entrySet(),
                        part -> Nodes.object()
                                .put("category", part.getKey().code())
                                .set("basis", basis(part.getValue()))));
        node.set(
                "withheld",
                Nodes.objects(
                        hindsight.withheld().entrySet(),
                        part -> withheld(new Withheld(part.getKey(), part.getValue()))));
        return node;
    }

    private static ObjectNode head(DisclosureEvent event) {
        EventHead head = event.head();
        ObjectNode node = Nodes.document(speaksOfAgreements(event) ? "paivand-event/v2" : "paivand-event/v1")
                .put("type", event.type().code())
                .put("eventId", head.eventId().toString())
                .put("exchangeId", head.exchangeId().toString())
                .put("occurredAt", head.occurredAt().toString());
        Nodes.optional(node, "caseAlias", head.caseAlias(), UUID::toString);
        return node.set("discloser", actor(head.discloser()));
    }

    /** What events from before never say. */
    private static boolean speaksOfAgreements(DisclosureEvent event) {
        boolean limited = event instanceof Disclosure disclosure
                && disclosure.terms().evidenceUse().isPresent();
        return limited
                || event.released().stream().anyMatch(part -> part.agreement().isPresent())
                || event.withheld().stream().anyMatch(part -> part.agreement().isPresent());
    }

    private static ObjectNode obligations(Terms terms) {
        ObjectNode node = Nodes.object()
                .put("handling", terms.handling().code())
                .put("onward", terms.onward())
                .put("retainUntil", terms.retainUntil().toString());
        Nodes.optional(node, "evidenceUse", terms.evidenceUse(), EvidenceUse::code);
        return node;
    }

    private static ObjectNode actor(Actor actor) {
        ObjectNode node = Nodes.object()
                .put("agency", actor.agency().value())
                .put("user", actor.user())
                .put("role", actor.role())
                .put("client", actor.client());
        Nodes.optional(node, "tokenId", actor.tokenId(), id -> id);
        return node;
    }

    private static ObjectNode counterpart(Counterpart counterpart) {
        ObjectNode node = Nodes.object()
                .put("agency", counterpart.agency().value())
                .put("jurisdiction", counterpart.jurisdiction().code());
        Nodes.optional(node, "node", counterpart.node(), name -> name);
        Nodes.optional(node, "worker", counterpart.worker(), WorkerId::value);
        return node;
    }

    private static ObjectNode released(Released part) {
        ObjectNode node = Nodes.object().put("category", part.category().code());
        node.set("basis", basis(part.basis()));
        node.set("paths", Nodes.texts(part.paths(), path -> path));
        return AgreementJson.reference(node, part.agreement());
    }

    private static ObjectNode basis(Basis basis) {
        ObjectNode node = Nodes.object().put("type", basis.type().code());
        return basis.fold(
                consent -> node.put("consentId", consent.consentId().toString())
                        .put("consentVersion", consent.version())
                        .put("grantId", consent.grantId().toString()),
                standalone -> node.put("reference", standalone.reference().toString()));
    }

    private static ObjectNode withheld(Withheld part) {
        ObjectNode node = Nodes.object()
                .put("category", part.category().code())
                .put("reason", part.reason().code());
        return AgreementJson.reference(node, part.agreement());
    }

    private static ObjectNode decision(DecisionReference decision) {
        return Nodes.object()
                .put("id", decision.id().toString())
                .put("policyVersion", decision.policyVersion())
                .put("policySha256", decision.policySha256().hex())
                .put("inputSha256", decision.inputSha256().hex());
    }
}
