package org.paivand.disclosure.json;

import java.util.Map;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Stage;
import org.paivand.disclosure.policy.AgreementRule;
import org.paivand.disclosure.policy.BasisRules;
import org.paivand.disclosure.policy.BreakGlassRules;
import org.paivand.disclosure.policy.ConsentRules;
import org.paivand.disclosure.policy.Duty;
import org.paivand.disclosure.policy.HandlingCode;
import org.paivand.disclosure.policy.Policy;
import org.paivand.disclosure.policy.ReflectionRules;
import org.paivand.disclosure.policy.TrainedRole;
import org.paivand.disclosure.policy.WorkerRule;

/** Reads a policy; the members are listed in FORMATS.md. */
final class PolicyReader {
    private PolicyReader() {}

    static Policy read(byte[] bytes) throws InvalidDocumentException {
        return StrictJson.read(bytes, PolicyReader::policy, PolicyWriter::write);
    }

    private static Policy policy(Members members) throws InvalidDocumentException {
        members.format(PolicyWriter.format(members.has("masks"), members.has("accreditations")));
        return new Policy(
                members.text("version"),
                members.value("jurisdiction", Jurisdiction::of),
                members.map("stages", Category.class, (inner, key) -> inner.code(key, Stage.class)),
                members.map("handling", Category.class, (inner, key) -> inner.code(key, HandlingCode.class)),
                members.map("retentionDays", HandlingCode.class, Members::number),
                members.object("consent", PolicyReader::consent),
                members.object("reflection", PolicyReader::reflection),
                members.object("breakGlass", PolicyReader::breakGlass),
                members.objects("duties", PolicyReader::duty),
                members.map("bases", BasisType.class, (inner, key) -> inner.object(key, PolicyReader::basis)),
                categoriesByKind(members, "writeCeilings"),
                members.map("ceilings", Purpose.class, PolicyReader::categoriesByKind),
                members.has("masks")
                        ? members.map(
                                "masks",
                                Mask.class,
                                (inner, key) -> inner.map(
                                        key, Purpose.class, (to, purpose) -> to.codes(purpose, AgencyKind.class)))
                        : Map.of(),
                members.has("accreditations")
                        ? members.map("accreditations", TrainedRole.class, Members::text)
                        : Map.of());
    }

    private static Map<AgencyKind, Set<Category>> categoriesByKind(Members members, String name)
            throws InvalidDocumentException {
        return members.map(name, AgencyKind.class, (inner, key) -> inner.codes(key, Category.class));
    }

    private static ConsentRules consent(Members members) throws InvalidDocumentException {
        return new ConsentRules(
                members.number("oralPhoneHours"),
                members.codes("oralPhoneCategories", Category.class),
                members.codes("guardedPurposes", Purpose.class),
                members.codes("guardedKinds", AgencyKind.class),
                members.codes("namedOnlyKinds", AgencyKind.class),
                members.codes("witnessedRecorders", AgencyKind.class),
                members.codes("nonStateKinds", AgencyKind.class));
    }

    private static ReflectionRules reflection(Members members) throws InvalidDocumentException {
        return new ReflectionRules(
                members.number("days"),
                members.codes("investigators", AgencyKind.class),
                members.codes("purposes", Purpose.class));
    }

    private static BreakGlassRules breakGlass(Members members) throws InvalidDocumentException {
        return new BreakGlassRules(
                members.codes("categories", Category.class),
                members.codes("purposes", Purpose.class),
                members.number("maximumMinutes"),
                members.number("reviewHours"));
    }

    private static Duty duty(Members members) throws InvalidDocumentException {
        return new Duty(
                members.text("code"),
                members.text("law"),
                members.code("to", AgencyKind.class),
                members.codes("purposes", Purpose.class),
                members.codes("categories", Category.class),
                members.flag("identityNamedByLaw"));
    }

    private static BasisRules basis(Members members) throws InvalidDocumentException {
        return new BasisRules(
                members.code("worker", WorkerRule.class),
                members.code("agreement", AgreementRule.class),
                members.flag("acceptance"),
                members.flag("reflection"),
                members.flag("protectionFear"),
                members.flag("consulates"));
    }
}
