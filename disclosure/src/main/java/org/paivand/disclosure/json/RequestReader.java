package org.paivand.disclosure.json;

import java.util.UUID;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.Age;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.decision.CaseFacts;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.decision.GuardianFinding;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.disclosure.decision.StandaloneBasis;

/** Reads what was asked and the facts it was asked with; the members are listed in FORMATS.md. */
final class RequestReader {
    private RequestReader() {}

    static DisclosureRequest request(Members members) throws InvalidDocumentException {
        return new DisclosureRequest(
                members.uuid("caseRef"),
                members.object("discloser", Parts::party),
                members.object("recipient", Parts::party),
                members.flag("recipientConfidential"),
                members.optional("worker", some -> some.object("worker", RequestReader::worker)),
                members.optional("purpose", some -> some.code("purpose", Purpose.class)),
                members.codes("categories", Category.class),
                members.code("action", Action.class),
                members.code("occasion", Occasion.class),
                members.flag("accepted"),
                members.object("facts", RequestReader::facts),
                members.objects("bases", RequestReader::basis));
    }

    private static NamedWorker worker(Members members) throws InvalidDocumentException {
        return new NamedWorker(members.value("id", WorkerId::of), members.flag("assigned"));
    }

    private static CaseFacts facts(Members members) throws InvalidDocumentException {
        return new CaseFacts(
                members.value("openedBy", AgencyId::of),
                members.object("age", RequestReader::age),
                members.optional("guardianFinding", some -> some.object("guardianFinding", RequestReader::finding)),
                members.code("protectionFear", ProtectionFear.class),
                members.instant("reflectionFrom"),
                members.optional("reflectionLiftedAt", some -> some.instant("reflectionLiftedAt")),
                members.flag("familyMustNotKnow"));
    }

    private static Age age(Members members) throws InvalidDocumentException {
        return new Age(
                members.code("group", AgeGroup.class),
                members.optional("firstAdult", some -> some.instant("firstAdult")),
                members.optional("lastAdult", some -> some.instant("lastAdult")));
    }

    private static GuardianFinding finding(Members members) throws InvalidDocumentException {
        return new GuardianFinding(
                members.code("finding", ConflictFinding.class),
                members.object("by", Parts::party),
                members.instant("at"));
    }

    private static StandaloneBasis basis(Members members) throws InvalidDocumentException {
        BasisType type = members.code("type", BasisType.class);
        UUID id = members.uuid("id");
        AgencyId recipient = members.value("recipient", AgencyId::of);
        return switch (type) {
            case CONSENT -> throw new IllegalArgumentException("consent does not stand alone");
            case BREAK_GLASS -> breakGlass(members, id, recipient);
            case BEST_INTERESTS -> bestInterests(members, id, recipient);
            case STATUTORY_DUTY ->
                new StandaloneBasis.StatutoryDuty(
                        id,
                        members.text("duty"),
                        recipient,
                        members.instant("triggeredAt"),
                        members.instant("notAfter"));
            case COURT_ORDER -> courtOrder(members, id, recipient);
            case CHILD_PROTECTION_REQUEST ->
                new StandaloneBasis.ChildProtectionRequest(
                        id,
                        members.object("requestedBy", Parts::party),
                        recipient,
                        members.code("purpose", Purpose.class),
                        members.instant("requestedAt"),
                        members.instant("notAfter"));
        };
    }

    private static StandaloneBasis breakGlass(Members members, UUID id, AgencyId recipient)
            throws InvalidDocumentException {
        return new StandaloneBasis.BreakGlass(
                id,
                recipient,
                members.code("reason", BreakGlassReason.class),
                members.text("officer"),
                members.optional("secondPerson", some -> some.text("secondPerson")),
                members.flag("reviewOpen"),
                members.instant("openedAt"),
                members.instant("notAfter"));
    }

    private static StandaloneBasis bestInterests(Members members, UUID id, AgencyId recipient)
            throws InvalidDocumentException {
        return new StandaloneBasis.BestInterests(
                id,
                members.object("decidedBy", Parts::party),
                recipient,
                members.code("purpose", Purpose.class),
                members.codes("categories", Category.class),
                members.instant("decidedAt"),
                members.instant("notAfter"));
    }

    private static StandaloneBasis courtOrder(Members members, UUID id, AgencyId recipient)
            throws InvalidDocumentException {
        return new StandaloneBasis.CourtOrder(
                id,
                members.value("court", Jurisdiction::of),
                recipient,
                members.codes("categories", Category.class),
                members.sha256("documentSha256"),
                members.value("recordedBy", AgencyId::of),
                members.text("firstPerson"),
                members.text("secondPerson"),
                members.flag("personTold"),
                members.instant("orderedAt"),
                members.instant("notAfter"));
    }
}
