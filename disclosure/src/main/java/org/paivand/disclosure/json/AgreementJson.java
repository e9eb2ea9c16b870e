package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementReference;
import org.paivand.disclosure.policy.Parties;

/**
 * An agreement as bytes. Format {@code paivand-agreement/v1} where it has neither kinds nor further terms, so that those from
 * before are written as they were; otherwise {@code paivand-agreement/v2}.
 */
public final class AgreementJson {
    private static final String FORMAT = "paivand-agreement/v1";
    private static final String WITH_TERMS = "paivand-agreement/v2";
    private static final Set<String> FORMATS = Set.of(FORMAT, WITH_TERMS);

    private AgreementJson() {}

    public static byte[] write(Agreement agreement) {
        return StrictJson.compact(write(Nodes.document(isOfFirstForm(agreement) ? FORMAT : WITH_TERMS), agreement));
    }

    /** Accepts exactly the bytes that {@link #write(Agreement)} makes. */
    public static Agreement parse(byte[] bytes) throws InvalidDocumentException {
        return StrictJson.read(
                bytes,
                members -> {
                    members.format(FORMATS);
                    return read(members);
                },
                AgreementJson::write);
    }

    static boolean isOfFirstForm(Agreement agreement) {
        boolean ofKinds = agreement.parties().fold(countries -> false, kinds -> true, agencies -> false);
        return !ofKinds && AgreementTermsJson.areNone(agreement.terms());
    }

    static ObjectNode write(ObjectNode node, Agreement agreement) {
        node.put("id", agreement.id()).put("version", agreement.version());
        node.set("parties", parties(agreement.parties()));
        node.set("purposes", Nodes.codes(agreement.purposes()));
        node.set("categories", Nodes.codes(agreement.categories()));
        node.put("validFrom", agreement.validFrom().toString())
                .put("validUntil", agreement.validUntil().toString())
                .put("onwardAllowed", agreement.onwardAllowed())
                .put("retentionDays", agreement.retentionDays())
                .put("lawReference", agreement.lawReference());
        return AgreementTermsJson.write(node, agreement.terms());
    }

    static Agreement read(Members members) throws InvalidDocumentException {
        return new Agreement(
                members.text("id"),
                members.number("version"),
                members.object("parties", AgreementJson::parties),
                members.codes("purposes", Purpose.class),
                members.codes("categories", Category.class),
                members.instant("validFrom"),
                members.instant("validUntil"),
                members.flag("onwardAllowed"),
                members.number("retentionDays"),
                members.text("lawReference"),
                AgreementTermsJson.read(members));
    }

    /** Adds {@code agreement {id, version}}, where there is one. */
    static ObjectNode reference(ObjectNode node, Optional<AgreementReference> agreement) {
        agreement.ifPresent(known ->
                node.set("agreement", Nodes.object().put("id", known.id()).put("version", known.version())));
        return node;
    }

    static AgreementReference reference(Members members) throws InvalidDocumentException {
        return members.object("agreement", known -> new AgreementReference(known.text("id"), known.number("version")));
    }

    private static ObjectNode parties(Parties parties) {
        return parties.fold(
                AgreementJson::countries,
                kinds -> countries(kinds.countries()).set("kinds", Nodes.codes(kinds.kinds())),
                agencies -> Nodes.object().set("agencies", Nodes.texts(agencies.ids(), AgencyId::value)));
    }

    private static ObjectNode countries(Parties.Countries countries) {
        return Nodes.object().set("jurisdictions", Nodes.texts(countries.jurisdictions(), Jurisdiction::code));
    }

    private static Parties parties(Members members) throws InvalidDocumentException {
        if (members.has("agencies")) {
            return new Parties.Agencies(members.set("agencies", AgencyId::of));
        }
        Parties.Countries countries = new Parties.Countries(members.set("jurisdictions", Jurisdiction::of));
        return members.has("kinds")
                ? new Parties.Kinds(countries, members.codes("kinds", AgencyKind.class))
                : countries;
    }
}
