package org.paivand.disclosure.json;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;

/** Reads consent events; the members are listed in FORMATS.md. */
final class ConsentReader {
    private ConsentReader() {}

    static ConsentEvent event(Members members) throws InvalidDocumentException {
        String type = members.text("type");
        Instant at = members.instant("at");
        if (type.equals("given")) {
            return new ConsentEvent.Given(at, members.object("consent", ConsentReader::consent));
        }
        UUID id = members.uuid("consentId");
        return switch (type) {
            case "withdrawn" ->
                new ConsentEvent.Withdrawn(
                        at, id, members.optional("grantIds", some -> some.set("grantIds", Members::parsedUuid)));
            case "invalidated" -> new ConsentEvent.Invalidated(at, id);
            case "superseded" -> new ConsentEvent.Superseded(at, id, members.uuid("by"));
            case "disputed" -> new ConsentEvent.Disputed(at, id);
            case "reconfirmed" -> new ConsentEvent.Reconfirmed(at, id);
            case "restored" -> new ConsentEvent.Restored(at, id, members.set("grantIds", Members::parsedUuid));
            case "confirmed" -> new ConsentEvent.Confirmed(at, id, members.value("by", AgencyId::of));
            default -> throw new IllegalArgumentException("not a type of consent event");
        };
    }

    private static ConsentRecord consent(Members members) throws InvalidDocumentException {
        return new ConsentRecord(
                members.uuid("id"),
                members.number("version"),
                members.uuid("caseRef"),
                members.object("notice", ConsentReader::notice),
                members.object("controller", Parts::party),
                members.value("jurisdiction", Jurisdiction::of),
                members.text("withdrawalMethod"),
                members.code("form", Form.class),
                members.flag("spokenAlone"),
                members.flag("inCustody"),
                members.flag("capacityConcern"),
                members.optional("witness", some -> some.object("witness", Parts::party)),
                members.optional("evidenceSha256", some -> some.sha256("evidenceSha256")),
                members.optional("verifiedBy", some -> some.text("verifiedBy")),
                members.object("givenBy", ConsentReader::givenBy),
                members.flag("notConditional"),
                members.objects("grants", ConsentReader::grant));
    }

    private static Notice notice(Members members) throws InvalidDocumentException {
        return new Notice(
                members.text("id"),
                members.number("version"),
                members.sha256("sha256"),
                members.text("language"),
                members.optional("interpreter", some -> some.object("interpreter", ConsentReader::interpreter)));
    }

    private static Notice.Interpreter interpreter(Members members) throws InvalidDocumentException {
        return new Notice.Interpreter(members.text("pseudonym"), members.flag("noRelationDeclared"));
    }

    private static GivenBy givenBy(Members members) throws InvalidDocumentException {
        Optional<Instant> until = members.optional("until", some -> some.instant("until"));
        return new GivenBy(
                members.code("role", Role.class),
                members.optional("mandate", some -> some.text("mandate")),
                until,
                members.code("childAssent", ChildAssent.class));
    }

    private static Grant grant(Members members) throws InvalidDocumentException {
        return new Grant(
                members.uuid("id"),
                members.code("effect", Effect.class),
                members.code("purpose", Purpose.class),
                members.codes("categories", Category.class),
                members.object("recipient", ConsentReader::recipient),
                members.codes("actions", Action.class),
                members.instant("notBefore"),
                members.instant("notAfter"),
                members.flag("safetyCritical"));
    }

    private static Recipient recipient(Members members) throws InvalidDocumentException {
        if (members.has("agency")) {
            AgencyId agency = members.value("agency", AgencyId::of);
            return members.has("worker")
                    ? new Recipient.OneWorker(agency, members.value("worker", WorkerId::of))
                    : new Recipient.ExactAgency(agency);
        }
        return new Recipient.KindWithin(
                members.code("kind", AgencyKind.class),
                members.value("jurisdiction", Jurisdiction::of),
                members.set("listed", AgencyId::of));
    }
}
