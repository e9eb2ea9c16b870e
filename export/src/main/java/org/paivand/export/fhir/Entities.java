package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.BestInterestsDecided;
import org.paivand.disclosure.event.Complained;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.disclosure.event.LogChanged;
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
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.disclosure.event.Withheld;

/** What it was done to: the case by its alias alone, consents, what was released and withheld, documents by their hash. */
final class Entities implements DisclosureEvent.Cases<List<ObjectNode>> {
    private static final String JTI = "urn:ietf:params:oauth:jti:";

    private final List<ObjectNode> entities = new ArrayList<>();

    private Entities() {}

    static List<ObjectNode> of(DisclosureEvent event) {
        Entities entities = new Entities();
        event.head()
                .caseAlias()
                .ifPresent(alias -> entities.add(
                        new Entity(Coding.PERSON, Nodes.logical("Patient", Sid.CASE_ALIAS, alias.toString()))
                                .role(Coding.PATIENT_ROLE)));
        return event.fold(entities);
    }

    @Override
    public List<ObjectNode> disclosure(Disclosure event) {
        event.released().forEach(part -> add(released(event, part)));
        consents(event)
                .forEach(consent -> add(new Entity(Coding.CONSENT, Nodes.logical("Consent", Sid.CONSENT, consent))));
        Entity decision = decision(event.decision())
                .detail("handling", event.terms().handling().code())
                .detail("onward", Boolean.toString(event.terms().onward()))
                .detail("retain-until", event.terms().retainUntil().toString())
                .detail("media-type", event.payload().mediaType())
                .detail("size-bytes", Long.toString(event.payload().sizeBytes()))
                .detail("salted-sha256", event.payload().saltedSha256().hex());
        event.breakGlass()
                .ifPresent(note -> decision.detail(
                                "break-glass-reason", note.reason().code())
                        .detail("review-due", note.reviewDue().toString()));
        withheld(decision, event.withheld());
        return add(decision);
    }

    private static Entity released(Disclosure event, Released part) {
        Entity entity = new Entity(
                        Coding.SYSTEM_OBJECT,
                        Nodes.logical(Sid.EVENT, event.head().eventId().toString()))
                .role(Coding.REPORT_ROLE)
                .name(part.category().code());
        basis(entity, part.basis());
        part.paths().forEach(path -> entity.detail("path", path));
        return entity;
    }

    private static Entity basis(Entity entity, Basis basis) {
        entity.detail("basis", basis.type().code());
        return basis.fold(
                consent -> entity.detail("consent", consent.consentId().toString())
                        .detail("consent-version", Integer.toString(consent.version()))
                        .detail("grant", consent.grantId().toString()),
                alone -> entity.detail("reference", alone.reference().toString()));
    }

    private static Set<String> consents(Disclosure event) {
        Set<String> consents = new TreeSet<>();
        for (Released part : event.released()) {
            part.basis()
                    .<Boolean>fold(consent -> consents.add(consent.consentId().toString()), alone -> false);
        }
        return consents;
    }

    /** BALP's AuthZconsent knows no other entity than patient, consent and token, so what was decided hangs on the consent. */
    @Override
    public List<ObjectNode> denial(Denial event) {
        event.decision().ifPresent(reference -> {
            Entity considered = new Entity(
                            Coding.CONSENT,
                            Nodes.logical(
                                    "Consent",
                                    Sid.DECISION_INPUT,
                                    reference.inputSha256().hex()))
                    .description("Every consent of the case that the decision considered, by the hash of its input");
            details(considered, reference);
            withheld(considered, event.withheld());
            add(considered);
        });
        event.head()
                .discloser()
                .tokenId()
                .ifPresent(id -> add(new Entity(
                        Coding.TOKEN,
                        Nodes.object().set("identifier", Nodes.object().put("value", JTI + id)))));
        return entities;
    }

    @Override
    public List<ObjectNode> consent(ConsentChanged event) {
        Entity consent = new Entity(
                        Coding.CONSENT,
                        Nodes.logical("Consent", Sid.CONSENT, event.consentId().toString()))
                .detail("consent-version", Integer.toString(event.version()));
        event.grantIds().forEach(grant -> consent.detail("grant", grant.toString()));
        return add(consent);
    }

    @Override
    public List<ObjectNode> auditorAccess(AuditorAccess event) {
        return add(
                document(event.querySha256().hex()).name("query").detail("entries", Integer.toString(event.entries())));
    }

    @Override
    public List<ObjectNode> export(Export event) {
        return add(system(Sid.EVENT, event.head().eventId().toString(), Coding.REPOSITORY_ROLE)
                .name("log")
                .detail("first-index", Long.toString(event.firstIndex()))
                .detail("end-index", Long.toString(event.endIndex()))
                .detail("tree-size", Long.toString(event.treeSize())));
    }

    @Override
    public List<ObjectNode> registry(RegistryChanged event) {
        return add(system(Sid.REGISTRY, event.subject(), Coding.SECURITY_RESOURCE_ROLE)
                .detail("document-sha256", event.documentSha256().hex()));
    }

    @Override
    public List<ObjectNode> policy(PolicyChanged event) {
        Entity policy = system(Sid.POLICY, event.policyVersion(), Coding.SECURITY_RESOURCE_ROLE)
                .detail("policy-sha256", event.policySha256().hex());
        event.validFrom().ifPresent(from -> policy.detail("valid-from", from.toString()));
        return add(policy);
    }

    @Override
    public List<ObjectNode> receipt(Receipt event) {
        return add(disclosureOf(event.disclosure().toString())
                .detail("receipt-sha256", event.receiptSha256().hex()));
    }

    @Override
    public List<ObjectNode> guardian(GuardianFound event) {
        return entities;
    }

    @Override
    public List<ObjectNode> bestInterests(BestInterestsDecided event) {
        Entity decision = system(Sid.EVENT, event.head().eventId().toString(), Coding.SECURITY_RESOURCE_ROLE)
                .name("best-interests")
                .detail("recipient", event.of().value())
                .detail("not-after", event.notAfter().toString());
        event.categories().forEach(category -> decision.detail("category", category.code()));
        return add(decision);
    }

    @Override
    public List<ObjectNode> review(Reviewed event) {
        return add(disclosureOf(event.disclosure().toString())
                .detail("finding", event.finding().code()));
    }

    @Override
    public List<ObjectNode> erasure(ErasureCertified event) {
        return event.erased().fold(ofCase -> entities, this::openings);
    }

    private List<ObjectNode> openings(Erasure.OfOpenings erased) {
        Entity log = system(Sid.LOG, erased.log(), Coding.REPOSITORY_ROLE).name("openings");
        erased.ranges().forEach(range -> log.detail("indexes", range.from() + ":" + range.to()));
        return add(log);
    }

    @Override
    public List<ObjectNode> log(LogChanged event) {
        Entity log = system(Sid.LOG, event.log(), Coding.REPOSITORY_ROLE).detail("key", event.key());
        event.previous()
                .ifPresent(place -> log.detail("previous-log", place.log())
                        .detail("previous-size", Long.toString(place.size()))
                        .detail("previous-root", place.root().hex()));
        return add(log);
    }

    @Override
    public List<ObjectNode> withdrawalNotice(WithdrawalNoticed event) {
        event.disclosures().forEach(disclosure -> add(disclosureOf(disclosure.toString())));
        return add(new Entity(
                        Coding.CONSENT,
                        Nodes.logical("Consent", Sid.CONSENT, event.consentId().toString()))
                .detail("answer-by", event.answerBy().toString()));
    }

    @Override
    public List<ObjectNode> withdrawalAnswer(WithdrawalAnswered event) {
        Entity notice =
                system(Sid.EVENT, event.notice().toString(), Coding.REPORT_ROLE).name("withdrawal-notice");
        return add(event.answer()
                .fold(
                        erased -> notice.detail("answer", "erased"),
                        retained -> notice.detail("answer", "retained")
                                .detail("retention-basis", retained.basis().code())
                                .detail("until", retained.until().toString())));
    }

    @Override
    public List<ObjectNode> handOver(HandedOver event) {
        Entity passed = system(Sid.EVENT, event.head().eventId().toString(), Coding.SECURITY_RESOURCE_ROLE)
                .name("hand-over")
                .detail("from", event.from().value())
                .detail("to", event.to().value());
        return add(basis(passed, event.basis()));
    }

    @Override
    public List<ObjectNode> courtOrder(CourtOrderRecorded event) {
        Entity order = document(event.documentSha256().hex())
                .name("court-order")
                .detail("recipient", event.of().value())
                .detail("not-after", event.notAfter().toString());
        event.categories().forEach(category -> order.detail("category", category.code()));
        return add(order);
    }

    @Override
    public List<ObjectNode> personAccess(PersonAccess event) {
        return entities;
    }

    @Override
    public List<ObjectNode> complaint(Complained event) {
        Entity complaint = complaint(event.complaint().toString())
                .detail("about", event.about().value());
        event.disclosure().ifPresent(disclosure -> complaint.detail("disclosure", disclosure.toString()));
        return add(complaint);
    }

    @Override
    public List<ObjectNode> complaintAnswer(ComplaintAnswered event) {
        return add(complaint(event.complaint().toString()));
    }

    @Override
    public List<ObjectNode> statusDecision(StatusDecided event) {
        return add(system(Sid.EVENT, event.head().eventId().toString(), Coding.SECURITY_RESOURCE_ROLE)
                .name("status-decision")
                .detail("version", Integer.toString(event.version())));
    }

    @Override
    public List<ObjectNode> submission(SubmissionHandled event) {
        add(system(Sid.SUBMISSION, event.submission().toString(), Coding.SECURITY_RESOURCE_ROLE)
                .name("submission"));
        return add(document(event.permissionSha256().hex()).name("permission"));
    }

    @Override
    public List<ObjectNode> statutoryNotification(StatutoryNotified event) {
        return add(system(Sid.STATUTORY_NOTIFICATION, event.notification().toString(), Coding.REPORT_ROLE)
                .name("statutory-notification"));
    }

    @Override
    public List<ObjectNode> peerMessage(PeerMessageReceived event) {
        Entity message = system(Sid.PEER_MESSAGE, event.message().toString(), Coding.REPORT_ROLE)
                .name("peer-message")
                .detail("node", event.node())
                .detail("message-type", event.messageType());
        event.refused().ifPresent(code -> message.detail("refused", code));
        add(message);
        return add(document(event.envelopeSha256().hex()).name("envelope"));
    }

    @Override
    public List<ObjectNode> outOfBand(DisclosedOutOfBand event) {
        Entity told = system(Sid.EVENT, event.head().eventId().toString(), Coding.REPORT_ROLE)
                .name("out-of-band")
                .detail("recorded-by", event.recordedBy().value())
                .detail("channel", event.channel().code())
                .detail("told-at", event.toldAt().toString());
        event.outsider().ifPresent(kind -> told.detail("outsider", kind.code()));
        event.told().forEach(category -> told.detail("category", category.code()));
        event.consentId().ifPresent(consent -> told.detail("consent", consent.toString()));
        event.noConsent().ifPresent(reason -> told.detail("no-consent", reason.code()));
        event.corrects().ifPresent(earlier -> told.detail("corrects", earlier.toString()));
        add(told);
        event.hindsight().ifPresent(hindsight -> add(hindsight(hindsight)));
        return entities;
    }

    private static Entity hindsight(Hindsight hindsight) {
        Entity decision = decision(hindsight.decision());
        hindsight
                .permitted()
                .forEach((category, basis) -> decision.detail(
                        "would-permit " + category.code(), basis.type().code()));
        hindsight
                .withheld()
                .forEach((category, reason) -> decision.detail("would-withhold " + category.code(), reason.code()));
        return decision;
    }

    private static Entity complaint(String id) {
        return system(Sid.COMPLAINT, id, Coding.SECURITY_RESOURCE_ROLE).name("complaint");
    }

    private static Entity disclosureOf(String eventId) {
        return system(Sid.EVENT, eventId, Coding.REPORT_ROLE).name("disclosure");
    }

    private static Entity document(String sha256) {
        return system(Sid.DOCUMENT, sha256, Coding.SECURITY_RESOURCE_ROLE);
    }

    private static Entity system(Sid sid, String value, Coding role) {
        return new Entity(Coding.SYSTEM_OBJECT, Nodes.logical(sid, value)).role(role);
    }

    private static Entity decision(DecisionReference reference) {
        return details(
                system(Sid.DECISION_INPUT, reference.inputSha256().hex(), Coding.SECURITY_RESOURCE_ROLE)
                        .name("decision"),
                reference);
    }

    private static Entity details(Entity entity, DecisionReference reference) {
        return entity.detail("decision", reference.id().toString())
                .detail("policy-version", reference.policyVersion())
                .detail("policy-sha256", reference.policySha256().hex());
    }

    private static void withheld(Entity entity, List<Withheld> withheld) {
        withheld.forEach(part -> entity.detail("withheld " + code(part.category()), code(part.reason())));
    }

    private static String code(Coded coded) {
        return coded.code();
    }

    private List<ObjectNode> add(Entity entity) {
        entities.add(entity.json());
        return entities;
    }
}
