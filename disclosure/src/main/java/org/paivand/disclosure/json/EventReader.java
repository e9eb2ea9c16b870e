package org.paivand.disclosure.json;

import java.util.EnumMap;
import java.util.Map;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.BestInterestsDecided;
import org.paivand.disclosure.event.Complained;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EmergencyNote;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.EventType;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.ExportScope;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.LogPlace;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.disclosure.event.PayloadDigest;
import org.paivand.disclosure.event.PeerMessageReceived;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PersonAction;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.event.Receipt;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.RetentionBasis;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.disclosure.event.StatusAct;
import org.paivand.disclosure.event.StatusDecided;
import org.paivand.disclosure.event.StatutoryNotified;
import org.paivand.disclosure.event.SubmissionAction;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.disclosure.event.Withheld;
import org.paivand.disclosure.policy.EvidenceUse;
import org.paivand.disclosure.policy.HandlingCode;

/** Reads the events of the log; the members are listed in FORMATS.md. */
final class EventReader {
    private EventReader() {}

    static DisclosureEvent read(byte[] bytes) throws InvalidDocumentException {
        return StrictJson.read(bytes, EventReader::event, EventWriter::write);
    }

    private static DisclosureEvent event(Members members) throws InvalidDocumentException {
        members.format(EventWriter.FORMATS);
        EventType type = members.code("type", EventType.class);
        EventHead head = head(members);
        return switch (type) {
            case DISCLOSURE, BREAK_GLASS -> disclosure(members, head);
            case DENIAL -> denial(members, head);
            case CONSENT_EVENT ->
                new ConsentChanged(
                        head,
                        members.code("change", ConsentChange.class),
                        members.uuid("consentId"),
                        members.number("consentVersion"),
                        members.set("grantIds", Members::parsedUuid));
            case AUDITOR_ACCESS ->
                new AuditorAccess(
                        head,
                        members.code("action", AuditorAction.class),
                        members.sha256("querySha256"),
                        members.number("entries"));
            case EXPORT ->
                new Export(
                        head,
                        members.code("scope", ExportScope.class),
                        members.bigNumber("firstIndex"),
                        members.bigNumber("endIndex"),
                        members.bigNumber("treeSize"),
                        members.bigNumber("entries"));
            case REGISTRY_CHANGE ->
                new RegistryChanged(
                        head,
                        members.code("change", RegistryChange.class),
                        members.text("subject"),
                        members.sha256("documentSha256"));
            case POLICY_CHANGE ->
                new PolicyChanged(
                        head,
                        members.text("policyVersion"),
                        members.sha256("policySha256"),
                        members.optional("validFrom", some -> some.instant("validFrom")),
                        members.optional("authoriser", some -> some.text("authoriser")));
            case RECEIPT ->
                new Receipt(
                        head,
                        members.uuid("disclosure"),
                        members.object("recipient", EventReader::counterpart),
                        members.sha256("receiptSha256"));
            case GUARDIAN_FINDING -> new GuardianFound(head, members.code("finding", ConflictFinding.class));
            case BEST_INTERESTS ->
                new BestInterestsDecided(
                        head,
                        members.value("recipientAgency", AgencyId::of),
                        members.code("purpose", Purpose.class),
                        members.codes("categories", Category.class),
                        members.instant("notAfter"));
            case REVIEW -> new Reviewed(head, members.uuid("disclosure"), members.code("finding", ReviewFinding.class));
            case ERASURE_CERTIFICATE -> new ErasureCertified(head, erasure(members), members.text("authoriser"));
            case LOG_CHANGE ->
                new LogChanged(
                        head,
                        members.code("reason", LogSuccession.class),
                        members.text("log"),
                        members.text("key"),
                        members.optional("previous", some -> some.object("previous", EventReader::place)));
            case WITHDRAWAL_NOTICE ->
                new WithdrawalNoticed(
                        head,
                        members.object("recipient", EventReader::counterpart),
                        members.uuid("consentId"),
                        members.set("disclosures", Members::parsedUuid),
                        members.instant("answerBy"));
            case WITHDRAWAL_ANSWER ->
                new WithdrawalAnswered(
                        head,
                        members.uuid("notice"),
                        members.object("recipient", EventReader::counterpart),
                        answer(members));
            case HAND_OVER ->
                new HandedOver(
                        head,
                        members.value("from", AgencyId::of),
                        members.value("to", AgencyId::of),
                        members.object("basis", EventReader::basis));
            case COURT_ORDER ->
                new CourtOrderRecorded(
                        head,
                        members.value("recipientAgency", AgencyId::of),
                        members.codes("categories", Category.class),
                        members.sha256("documentSha256"),
                        members.text("authoriser"),
                        members.instant("notAfter"));
            case PERSON_ACCESS -> new PersonAccess(head, members.code("action", PersonAction.class));
            case COMPLAINT ->
                new Complained(
                        head,
                        members.uuid("complaint"),
                        members.value("about", AgencyId::of),
                        members.code("topic", ComplaintTopic.class),
                        members.optional("disclosure", some -> some.uuid("disclosure")));
            case COMPLAINT_ANSWER ->
                new ComplaintAnswered(head, members.uuid("complaint"), members.code("outcome", ComplaintOutcome.class));
            case STATUS_DECISION ->
                new StatusDecided(head, members.code("act", StatusAct.class), members.number("version"));
            case SUBMISSION ->
                new SubmissionHandled(
                        head,
                        members.uuid("submission"),
                        members.code("action", SubmissionAction.class),
                        members.sha256("permissionSha256"));
            case STATUTORY_NOTIFICATION ->
                new StatutoryNotified(
                        head,
                        members.object("recipient", EventReader::counterpart),
                        members.uuid("notification"),
                        members.text("trigger"));
            case OUT_OF_BAND -> outOfBand(members, head);
            case PEER_MESSAGE ->
                new PeerMessageReceived(
                        head,
                        members.text("node"),
                        members.uuid("message"),
                        members.text("messageType"),
                        members.sha256("envelopeSha256"),
                        members.optional("refused", some -> some.text("refused")));
        };
    }

    private static EventHead head(Members members) throws InvalidDocumentException {
        return new EventHead(
                members.uuid("eventId"),
                members.uuid("exchangeId"),
                members.instant("occurredAt"),
                members.optional("caseAlias", some -> some.uuid("caseAlias")),
                members.object("discloser", EventReader::actor));
    }

    private static DisclosureEvent disclosure(Members members, EventHead head) throws InvalidDocumentException {
        return new Disclosure(
                head,
                members.object("recipient", EventReader::counterpart),
                members.code("purpose", Purpose.class),
                members.objects("released", EventReader::released),
                members.objects("withheld", EventReader::withheld),
                members.object("decision", EventReader::decision),
                members.object("payload", EventReader::payload),
                members.object("obligations", EventReader::terms),
                members.optional("breakGlass", some -> some.object("breakGlass", EventReader::emergency)),
                members.optional("authoriser", some -> some.text("authoriser")));
    }

    private static DisclosureEvent denial(Members members, EventHead head) throws InvalidDocumentException {
        return new Denial(
                head,
                members.optional("recipient", some -> some.object("recipient", EventReader::counterpart)),
                members.optional("purpose", some -> some.code("purpose", Purpose.class)),
                members.text("code"),
                members.objects("withheld", EventReader::withheld),
                members.optional("decision", some -> some.object("decision", EventReader::decision)));
    }

    private static DisclosureEvent outOfBand(Members members, EventHead head) throws InvalidDocumentException {
        return new DisclosedOutOfBand(
                head,
                members.value("recordedBy", AgencyId::of),
                members.code("channel", OutOfBandChannel.class),
                members.instant("toldAt"),
                members.optional("recipient", some -> some.object("recipient", EventReader::counterpart)),
                members.optional("outsider", some -> some.code("outsider", Outsider.class)),
                members.code("purpose", Purpose.class),
                members.codes("categories", Category.class),
                members.optional("consentId", some -> some.uuid("consentId")),
                members.optional("noConsent", some -> some.code("noConsent", NoConsentReason.class)),
                members.optional("corrects", some -> some.uuid("corrects")),
                members.optional("hindsight", some -> some.object("hindsight", EventReader::hindsight)));
    }

    private static Hindsight hindsight(Members members) throws InvalidDocumentException {
        DecisionReference decision = members.object("decision", EventReader::decision);
        Map<Category, Basis> permitted = new EnumMap<>(Category.class);
        for (Permitted part : members.objects("permitted", EventReader::permitted)) {
            permitted.put(part.category(), part.basis());
        }
        Map<Category, ReasonCode> withheld = new EnumMap<>(Category.class);
        for (Withheld part : members.objects("withheld", EventReader::withheld)) {
            withheld.put(part.category(), part.reason());
        }
        return new Hindsight(decision, permitted, withheld);
    }

    private record Permitted(Category category, Basis basis) {}

    private static Permitted permitted(Members members) throws InvalidDocumentException {
        return new Permitted(members.code("category", Category.class), members.object("basis", EventReader::basis));
    }

    private static Erasure erasure(Members members) throws InvalidDocumentException {
        return members.text("erased").equals(EventWriter.ERASED_CASE)
                ? new Erasure.OfCase()
                : new Erasure.OfOpenings(
                        members.text("log"),
                        members.objects(
                                "ranges",
                                range -> new Erasure.IndexRange(range.bigNumber("from"), range.bigNumber("to"))));
    }

    private static HolderAnswer answer(Members members) throws InvalidDocumentException {
        return members.text("answer").equals(EventWriter.ANSWER_ERASED)
                ? new HolderAnswer.Erased()
                : new HolderAnswer.Retained(members.code("basis", RetentionBasis.class), members.instant("until"));
    }

    private static LogPlace place(Members members) throws InvalidDocumentException {
        return new LogPlace(members.text("log"), members.bigNumber("size"), members.sha256("root"));
    }

    private static Actor actor(Members members) throws InvalidDocumentException {
        return new Actor(
                members.value("agency", AgencyId::of),
                members.text("user"),
                members.text("role"),
                members.text("client"),
                members.optional("tokenId", some -> some.text("tokenId")));
    }

    private static Counterpart counterpart(Members members) throws InvalidDocumentException {
        return new Counterpart(
                members.value("agency", AgencyId::of),
                members.value("jurisdiction", Jurisdiction::of),
                members.optional("node", some -> some.text("node")),
                members.optional("worker", some -> some.value("worker", WorkerId::of)));
    }

    private static Released released(Members members) throws InvalidDocumentException {
        return new Released(
                members.code("category", Category.class),
                members.object("basis", EventReader::basis),
                members.set("paths", path -> path),
                members.optional("agreement", AgreementJson::reference));
    }

    private static Basis basis(Members members) throws InvalidDocumentException {
        BasisType type = members.code("type", BasisType.class);
        return type == BasisType.CONSENT
                ? new Basis.ByConsent(
                        members.uuid("consentId"), members.number("consentVersion"), members.uuid("grantId"))
                : new Basis.Standalone(type, members.uuid("reference"));
    }

    private static Withheld withheld(Members members) throws InvalidDocumentException {
        return new Withheld(
                members.code("category", Category.class),
                members.code("reason", ReasonCode.class),
                members.optional("agreement", AgreementJson::reference));
    }

    private static DecisionReference decision(Members members) throws InvalidDocumentException {
        return new DecisionReference(
                members.uuid("id"),
                members.text("policyVersion"),
                members.sha256("policySha256"),
                members.sha256("inputSha256"));
    }

    private static PayloadDigest payload(Members members) throws InvalidDocumentException {
        return new PayloadDigest(
                members.text("mediaType"), members.bigNumber("sizeBytes"), members.sha256("saltedSha256"));
    }

    private static Terms terms(Members members) throws InvalidDocumentException {
        return new Terms(
                members.code("handling", HandlingCode.class),
                members.flag("onward"),
                members.instant("retainUntil"),
                members.optional("evidenceUse", some -> some.code("evidenceUse", EvidenceUse.class)));
    }

    private static EmergencyNote emergency(Members members) throws InvalidDocumentException {
        return new EmergencyNote(members.code("reason", BreakGlassReason.class), members.instant("reviewDue"));
    }
}
